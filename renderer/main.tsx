/** Puts the app on the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Projector } from './projector.tsx';
import './styles/index.css';
import { projectorHash } from './wall.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(<StrictMode>{location.hash === projectorHash ? <Projector /> : <App />}</StrictMode>);
