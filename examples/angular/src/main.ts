import { bootstrapApplication } from '@angular/platform-browser';
import { Console } from './console';

bootstrapApplication(Console).catch((error: unknown) => console.error(error));
