import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { OFFICE_ROLES, DISPLAY_ROLES, type Admission } from '#electron/host/caller-role.ts';
import { windowOf, type WindowKind } from './page-address.ts';

/** What each window may be. A print window shows a slip and reports what became of it, nothing more. */
const admissions: Record<WindowKind, Admission> = {
  counter: OFFICE_ROLES,
  display: DISPLAY_ROLES,
  print: ['counter', 'reception'],
};

/**
 * The roles of whoever sent a message: only the top frame of a window that the shell itself opened, showing the page
 * that this window is for. Undefined for every other sender.
 */
export function admitSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  kindOf: (contents: WebContents) => WindowKind | undefined,
): Admission | undefined {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return undefined;
  const kind = kindOf(event.sender);
  return kind !== undefined && windowOf(frame.url)?.kind === kind ? admissions[kind] : undefined;
}
