import { BrowserWindow, dialog, ipcMain, nativeTheme, shell, type WebContents } from 'electron';
import { isAbsolute } from 'node:path';
import { pcAsk } from '#shared/contract/bridge-message.ts';
import { PC_ASK } from '#shared/contract/channels.ts';
import { deskPages, type OwnPages, type WindowKind } from './page-address.ts';
import { senderKind } from './sender-kind.ts';

/**
 * Lets the window that the program lives with choose a folder of this PC, see one in the system's own window, and set the colours that the system draws title
 * bars in. Nothing is opened or run. Answers the folder chosen; null for everything else, and to every other sender.
 */
export function offerPc(
  kindOf: (contents: WebContents) => WindowKind | undefined,
  pages: OwnPages = deskPages,
): void {
  ipcMain.handle(PC_ASK, async (event, message: unknown): Promise<string | null> => {
    const asked = pcAsk.safeParse(message);
    const kind = senderKind(event, kindOf, pages);
    if ((kind !== 'counter' && kind !== 'level') || !asked.success) return null;
    switch (asked.data.ask) {
      case 'choose-folder':
        return chooseFolder(BrowserWindow.fromWebContents(event.sender), asked.data.from);
      case 'show-in-folder':
        if (isAbsolute(asked.data.path)) shell.showItemInFolder(asked.data.path);
        return null;
      case 'follow-theme':
        nativeTheme.themeSource = asked.data.theme;
        return null;
    }
  });
}

async function chooseFolder(window: BrowserWindow | null, from: string): Promise<string | null> {
  if (window === null) return null;
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory'],
    ...(isAbsolute(from) ? { defaultPath: from } : {}),
  });
  return filePaths[0] ?? null;
}
