import { useText } from '#renderer/desk/language.ts';
import { Note } from '#renderer/ui/note.tsx';
import { useWall } from './use-wall.ts';

/** Reads calls aloud in a working window, where the room has no wall display; says so where nothing is heard. */
export function SpeakingWindow() {
  const words = useText().settings.voice;
  const { voice } = useWall('window');
  if (voice === 'off' || voice === 'opening' || voice === 'ready') return null;
  return (
    <Note tone="warn" announce>
      {words.state[voice]}
    </Note>
  );
}
