import '#renderer/ui/base.css';
import { DeskProvider } from '#renderer/desk/desk-provider.tsx';
import { openClient } from '#renderer/desk/open-client.ts';
import { followColours, WallScreen } from '#renderer/wall/wall-screen.tsx';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) throw new Error('display.html has no #root');
followColours();
createRoot(root).render(
  <StrictMode>
    <DeskProvider {...openClient('wall')}>
      <WallScreen />
    </DeskProvider>
  </StrictMode>,
);
