import { mount } from 'svelte';
import Console from './Console.svelte';
import './style.css';

mount(Console, { target: document.getElementById('root')!, props: { rep: 'sofia' } });
