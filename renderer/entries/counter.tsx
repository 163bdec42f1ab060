import '#renderer/ui/mantine.css';
import '#renderer/ui/base.css';
import { openClient } from '#renderer/desk/open-client.ts';
import { App } from '#renderer/app/app.tsx';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) throw new Error('counter.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App {...openClient()} />
  </StrictMode>,
);
