import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { announcement, announcementMs, type Voices } from '#shared/domain/voice/announcement.ts';
import type { Clips } from '#shared/domain/voice/join-clips.ts';
import { recordedVoice } from '#shared/domain/voice/recorded-voice.ts';
import type { SpokenCall } from '#shared/domain/voice/say-call.ts';
import type { VoiceSettings } from '#shared/domain/voice/settings.ts';
import { wholeDialect } from '#shared/domain/voice/units.ts';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { openLoudspeaker, type SoundState } from './loudspeaker.ts';
import { shippedVoice } from './shipped-voice.ts';

/** `off`: not wished here. `unreadable`: the voice could not be fetched or decoded. */
export type VoiceState = 'off' | 'unreadable' | SoundState;

type Voice = {
  readonly state: VoiceState;
  readonly clips: Voices<Clips> | null;
  /** As it speaks: the office's own voice counts as it was recorded; where there is none, the shipped one speaks. */
  readonly manner: VoiceSettings | null;
  /** Milliseconds that a call takes to be said; 0 while nothing can be heard. */
  readonly lasts: (call: SpokenCall) => number;
  readonly say: (call: SpokenCall) => void;
  readonly stop: () => void;
};

const nothing = () => () => undefined;

/** The voice of this window, as its settings say; without settings there is none, and nothing is fetched. */
export function useVoice(asked: VoiceSettings | null): Voice {
  const wanted = asked !== null;
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

  const own = useOwnVoice(asked);
  const settings = useMemo(
    () => (asked === null || own == null ? asked : { ...asked, voice: own.spoken }),
    [asked, own],
  );
  const name = own === undefined || settings === null ? null : own === null ? settings.voice : own.clips;
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
  return useMemo(
    () => ({ state, clips, manner: settings, lasts, say, stop }),
    [state, clips, settings, lasts, say, stop],
  );
}

/** The office's own voice where it is asked for and whole; undefined until that is known. */
function useOwnVoice(asked: VoiceSettings | null) {
  const isAsked = asked?.speaker === 'office';
  const { value, problem } = useDeskQuery('voice.sound', {}, { enabled: isAsked });
  const preferred = asked?.voice ?? 'north';
  const units = value?.units;
  const clips = useMemo(() => (units === undefined ? null : recordedVoice(units)), [units]);
  const spoken = clips === null ? null : wholeDialect((unit) => unit in clips.index, preferred);
  return useMemo(() => {
    if (!isAsked || problem !== undefined) return null;
    if (clips === null) return undefined;
    return spoken === null ? null : { clips, spoken };
  }, [isAsked, problem, clips, spoken]);
}

function useClips(name: VoiceSettings['voice'] | Clips | null, english: boolean) {
  const [clips, setClips] = useState<Voices<Clips> | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(() => {
    setClips(null);
    setUnreadable(false);
    if (name === null) return undefined;
    let isOver = false;
    Promise.all([
      typeof name === 'string' ? shippedVoice(name) : name,
      english ? shippedVoice('english') : null,
    ]).then(
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
