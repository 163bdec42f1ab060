import { announcement, announcementMs, type Voices } from '#shared/domain/voice/announcement.ts';
import type { Clips } from '#shared/domain/voice/join-clips.ts';
import type { SpokenCall } from '#shared/domain/voice/say-call.ts';
import type { VoiceSettings } from '#shared/domain/voice/settings.ts';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { openLoudspeaker, type SoundState } from './loudspeaker.ts';
import { shippedVoice } from './shipped-voice.ts';

/** `off`: not wished here. `unreadable`: the voice could not be fetched or decoded. */
export type VoiceState = 'off' | 'unreadable' | SoundState;

type Voice = {
  readonly state: VoiceState;
  readonly clips: Voices<Clips> | null;
  /** Milliseconds that a call takes to be said; 0 while nothing can be heard. */
  readonly lasts: (call: SpokenCall) => number;
  readonly say: (call: SpokenCall) => void;
  readonly stop: () => void;
};

const nothing = () => () => undefined;

/** The voice of this window, as its settings say; without settings there is none, and nothing is fetched. */
export function useVoice(settings: VoiceSettings | null): Voice {
  const wanted = settings !== null;
  const [speaker, setSpeaker] = useState<ReturnType<typeof openLoudspeaker> | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    const opened = openLoudspeaker();
    setSpeaker(opened);
    const wake = () => opened.wake();
    addEventListener('pointerdown', wake);
    addEventListener('keydown', wake);
    return () => {
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', wake);
      opened.close();
      setSpeaker(null);
    };
  }, [wanted]);
  const sound = useSyncExternalStore(speaker?.listen ?? nothing, () => speaker?.state() ?? 'opening');

  const name = settings?.voice ?? null;
  const english = settings?.english ?? false;
  const { clips, isUnreadable } = useClips(name, english);
  const volume = settings?.volume ?? 0;
  useEffect(() => {
    speaker?.setVolume(volume);
  }, [speaker, volume]);

  const state: VoiceState = !wanted
    ? 'off'
    : isUnreadable
      ? 'unreadable'
      : clips === null
        ? 'opening'
        : sound;
  const lasts = useCallback(
    (call: SpokenCall) => {
      if (state !== 'ready' || settings === null || clips === null) return 0;
      const indexes = { own: clips.own.index, english: clips.english?.index ?? null };
      return announcementMs(call, settings, indexes);
    },
    [state, settings, clips],
  );
  const say = useCallback(
    (call: SpokenCall) => {
      if (speaker !== null && settings !== null && clips !== null)
        speaker.play(announcement(call, settings, clips));
    },
    [speaker, settings, clips],
  );
  const stop = useCallback(() => speaker?.stop(), [speaker]);
  return useMemo(() => ({ state, clips, lasts, say, stop }), [state, clips, lasts, say, stop]);
}

function useClips(name: VoiceSettings['voice'] | null, english: boolean) {
  const [clips, setClips] = useState<Voices<Clips> | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(() => {
    setClips(null);
    setUnreadable(false);
    if (name === null) return undefined;
    let isOver = false;
    Promise.all([shippedVoice(name), english ? shippedVoice('english') : null]).then(
      ([own, second]) => {
        if (!isOver) setClips({ own, english: second });
      },
      () => {
        if (!isOver) setUnreadable(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [name, english]);
  return { clips, isUnreadable };
}
