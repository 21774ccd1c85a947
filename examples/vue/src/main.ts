import { createApp } from 'vue';
import Console from './Console.vue';
import './style.css';

createApp(Console, { rep: 'sofia' }).mount('#root');
