import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { deskPages, type OwnPages, type WindowKind } from './page-address.ts';

/**
 * The window that sent a message: only the top frame of a window that the shell itself opened, showing the page that this window is
 * for. Undefined for every other sender.
 */
export function senderKind(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  kindOf: (contents: WebContents) => WindowKind | undefined,
  pages: OwnPages = deskPages,
): WindowKind | undefined {
  if (senderFrame === null || senderFrame.parent !== null) return undefined;
  const kind = kindOf(sender);
  return kind !== undefined && pages.windowOf(senderFrame.url)?.kind === kind ? kind : undefined;
}
