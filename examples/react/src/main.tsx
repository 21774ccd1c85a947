import { createRoot, hydrateRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import './style.css';

const root = document.getElementById('root')!;
const page = <Console rep="sofia" />;
// The development server does not render the page; the build does.
if (root.hasChildNodes()) hydrateRoot(root, page);
else createRoot(root).render(page);
