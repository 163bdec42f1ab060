import { resolve } from 'node:path';

/** What the false camera of the browser shows: one file for all tests, or those with a camera would want a browser of their own. */
export const CAMERA_FILM = resolve(import.meta.dirname, '../../test-results/camera.y4m');
