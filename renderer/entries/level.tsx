import '#renderer/ui/mantine.css';
import '#renderer/ui/base.css';
import { openLevel } from '#renderer/level/client/level-client.ts';
import { LevelApp } from '#renderer/level/level-app.tsx';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) throw new Error('level.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LevelApp client={openLevel()} />
  </StrictMode>,
);
