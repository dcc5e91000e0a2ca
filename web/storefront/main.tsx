import { render } from 'preact';
import { App } from './app.tsx';
import './page.css';
import './shelf.css';
import './try.css';

const mount = document.getElementById('app');
if (mount) render(<App />, mount);
