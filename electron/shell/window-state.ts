import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});

const windowState = z.object({
  counter: place.optional(),
  displayOpen: z.boolean().default(false),
  /** Query and fragment of the wall's address: training stays training. */
  displayRest: z
    .string()
    .regex(/^([?#][\w=&.-]{0,200})?$/)
    .default(''),
});
type WindowState = z.infer<typeof windowState>;

/** How the windows stood last time; a file that is missing or makes no sense means "as new". */
export function readWindowState(file: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { displayOpen: false, displayRest: '' };
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(state));
    renameSync(`${file}.part`, file);
  } catch {
    // Windows then open at their usual place.
  }
}

/** Whether a window there could be seen and moved: a good part of its title bar lies on a screen that is connected. */
export function isReachable(window: Rectangle, screens: readonly Rectangle[]): boolean {
  const grip = 100;
  return screens.some(
    (screen) =>
      window.x + window.width >= screen.x + grip &&
      window.x <= screen.x + screen.width - grip &&
      window.y >= screen.y - 10 &&
      window.y <= screen.y + screen.height - grip,
  );
}
