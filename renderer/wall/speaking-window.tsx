import { useWall } from './use-wall.ts';

/** Reads calls aloud in a working window, where the room has no wall display. */
export function SpeakingWindow() {
  useWall('window');
  return null;
}
