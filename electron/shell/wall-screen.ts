import { powerSaveBlocker, screen, type BrowserWindow, type Display } from 'electron';

/** Of a wall on the screen of the counter. */
export const ORDINARY_SIZE = { width: 1280, height: 720 };

/** The first screen that is not the main one. */
export function secondScreen(): Display | undefined {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== primary.id);
}

/**
 * Keeps the wall on the second screen for as long as it is open: full screen, awake, and never with the keyboard, which belongs to
 * whoever scans cards at the counter. With the screen gone (a TV that is off) it hides rather than cover the counter, and calls
 * go on being read aloud; with the screen it comes back. Returns what shows it, wherever it can stand.
 */
export function keepOnWall(wall: BrowserWindow, counter: () => BrowserWindow | undefined): () => void {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  let isOnWall = false;

  function show(): void {
    const keyboard = counter();
    const hadKeyboard = keyboard?.isFocused() === true;
    const second = secondScreen();
    if (second !== undefined) wall.setBounds(second.bounds);
    wall.showInactive();
    if (second !== undefined) wall.setFullScreen(true);
    isOnWall = second !== undefined;
    // Some systems give the keyboard to whatever fills a screen.
    if (hadKeyboard) keyboard?.focus();
  }

  function added(): void {
    if (!isOnWall) show();
  }

  function removed(): void {
    if (!isOnWall) return;
    if (secondScreen() !== undefined) return show();
    isOnWall = false;
    wall.setFullScreen(false);
    wall.hide();
    const { x, y } = screen.getPrimaryDisplay().workArea;
    wall.setBounds({ x, y, ...ORDINARY_SIZE }); // where it stands if it is asked for meanwhile
  }

  screen.on('display-added', added);
  screen.on('display-removed', removed);
  wall.once('closed', () => {
    screen.off('display-added', added);
    screen.off('display-removed', removed);
    powerSaveBlocker.stop(blocker);
  });
  return show;
}
