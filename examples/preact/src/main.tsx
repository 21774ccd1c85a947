import { render } from 'preact';
import { Console } from './console.tsx';
import './style.css';

render(<Console rep="sofia" />, document.getElementById('root')!);
