import { useEffect, useState, useSyncExternalStore } from 'react';
import { openLocalVoice, type LocalVoice } from './local-voice.ts';

const nothing = () => () => undefined;

/** The voice that the system of this PC has itself, and its name; null while there is none. */
export function useLocalVoice(wanted: boolean): {
  readonly voice: LocalVoice | null;
  readonly name: string | null;
} {
  const [voice, setVoice] = useState<LocalVoice | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    const opened = openLocalVoice();
    setVoice(opened);
    return () => {
      opened.close();
      setVoice(null);
    };
  }, [wanted]);
  const name = useSyncExternalStore(voice?.listen ?? nothing, () => voice?.name() ?? null);
  return { voice, name };
}
