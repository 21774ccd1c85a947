import { render } from 'solid-js/web';
import { Console } from './console.tsx';
import './style.css';

render(() => <Console rep="sofia" />, document.getElementById('root')!);
