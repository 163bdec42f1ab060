import { app, dialog } from 'electron';
import { startShell } from './start-shell.ts';

// Not awaited: Electron becomes ready only after this module has been loaded.
startShell().catch((error: unknown) => {
  const detail = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Quầy Tiếp Dân',
    `Chương trình không khởi động được. Hãy chụp lại dòng này và báo người hỗ trợ:\n${detail}`,
  );
  app.exit(1);
});
