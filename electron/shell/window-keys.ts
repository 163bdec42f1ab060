import { Menu, type BrowserWindow, type Input, type MenuItemConstructorOptions } from 'electron';
import { catalogue } from '#shared/text/catalogue.ts';

const zoomStep = 0.5;
const leastZoom = -2;
const mostZoom = 4;

/** The keys that a browser has and a window without a menu lacks: F11, and Ctrl with +, − and 0. */
export function offerKeys(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return;
    const zoom = zoomOf(input, contents.getZoomLevel());
    if (zoom !== undefined) contents.setZoomLevel(Math.min(mostZoom, Math.max(leastZoom, zoom)));
    else if (input.key === 'F11') window.setFullScreen(!window.isFullScreen());
    else return;
    event.preventDefault();
  });
}

/** The zoom after a key, undefined for every other key. */
function zoomOf({ key, control, alt, meta }: Input, zoom: number): number | undefined {
  if (!control || alt || meta) return undefined;
  if (key === '+' || key === '=') return zoom + zoomStep;
  if (key === '-') return zoom - zoomStep;
  return key === '0' ? 0 : undefined;
}

/** The menu of the right button: what may be done with the text under it, and nothing where there is none. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const words = catalogue('vi').shell;
    const copy = { role: 'copy', label: words.copy, enabled: editFlags.canCopy } as const;
    const lines: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: words.cut, enabled: editFlags.canCut },
          copy,
          { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
        ]
      : [copy];
    if (isEditable || selectionText.trim() !== '') Menu.buildFromTemplate(lines).popup({ window });
  });
}
