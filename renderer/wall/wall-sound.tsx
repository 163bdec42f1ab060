import { useText } from '#renderer/desk/language.ts';
import type { VoiceState } from '#renderer/voice/use-voice.ts';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import styles from './wall.module.css';

type Sound = { readonly voice: VoiceState };

/** Whether calls are read aloud here, in the head of the wall; nothing where nobody wished it. */
export function SoundSign({ voice }: Sound) {
  const words = useText().wall.voice;
  if (voice === 'off' || voice === 'opening') return null;
  const isOn = voice === 'ready';
  const Sign = isOn ? IconVolume : IconVolumeOff;
  return (
    <p
      className={`${styles.sound} ${isOn ? '' : styles.mute}`}
      role="img"
      aria-label={isOn ? words.on : words.off}
    >
      <Sign aria-hidden="true" stroke={1.75} />
    </p>
  );
}

/** Why nothing is heard and what to do, for whoever stands before the screen. */
export function SoundProblem({ voice }: Sound) {
  const words = useText().wall.voice;
  if (voice === 'off' || voice === 'opening' || voice === 'ready') return null;
  return (
    <p className={styles.soundProblem} role="alert">
      {words.problem[voice]}
    </p>
  );
}
