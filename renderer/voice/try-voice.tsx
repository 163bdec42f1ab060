import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { VoiceSettings } from '#shared/domain/voice/settings.ts';
import { IconVolume } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useVoice } from './use-voice.ts';
import styles from './voice.module.css';

/** What is called when somebody only wants to hear it. */
export const SAMPLE_NUMBER = 'A047';

/** A button that reads one call aloud in this window, and says why where nothing is heard. */
export function TryVoice({
  settings,
  counter,
}: {
  readonly settings: VoiceSettings;
  readonly counter: string;
}) {
  const words = useText().settings.voice;
  const [asked, ask] = useState(0);
  const voice = useVoice(asked > 0 ? settings : null);
  const { state } = voice;
  const isReady = state === 'ready';
  const say = useEffectEvent(() => {
    voice.stop();
    voice.say({ number: SAMPLE_NUMBER, counter });
  });
  useEffect(() => {
    if (asked > 0 && isReady) say();
  }, [asked, isReady]);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<IconVolume size={14} stroke={1.75} aria-hidden="true" />}
        onClick={() => ask((times) => times + 1)}
      >
        {words.test}
      </Button>
      {state !== 'off' && state !== 'opening' && state !== 'ready' && (
        <span role="alert" className={styles['trouble']}>
          {words.state[state]}
        </span>
      )}
    </>
  );
}
