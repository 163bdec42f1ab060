import { useDesk } from '#renderer/desk/desk-context.ts';
import { DeskRefusal } from '#renderer/desk/use-desk-query.ts';
import {
  announcement,
  announcementMs,
  readAnnouncement,
  type Voices,
} from '#shared/domain/voice/announcement.ts';
import type { Clips } from '#shared/domain/voice/join-clips.ts';
import { recordedVoice } from '#shared/domain/voice/recorded-voice.ts';
import type { SpokenCall } from '#shared/domain/voice/say-call.ts';
import type { VoiceSettings } from '#shared/domain/voice/settings.ts';
import { wholeDialect } from '#shared/domain/voice/units.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { openLoudspeaker, type SoundState } from './loudspeaker.ts';
import { readAloud, readAloudMs } from './read-aloud.ts';
import { recordedUnits } from './recorded-units.ts';
import { shippedVoice } from './shipped-voice.ts';
import { useLocalVoice } from './use-local-voice.ts';

/** `off`: not wished here. `unreadable`: the voice could not be fetched or decoded. */
export type VoiceState = 'off' | 'unreadable' | SoundState;

type Voice = {
  readonly state: VoiceState;
  readonly clips: Voices<Clips> | null;
  /** As it speaks: the office's own voice counts as it was recorded; where there is none, the shipped one speaks. */
  readonly manner: VoiceSettings | null;
  /** Milliseconds that a call takes to be said; 0 while nothing can be heard. */
  readonly lasts: (call: SpokenCall) => number;
  /** `ended` hears when a call was said whose end is not known beforehand. */
  readonly say: (call: SpokenCall, ended?: () => void) => void;
  readonly stop: () => void;
  /** Whether the system has a Vietnamese voice. */
  readonly hasLocal: boolean;
};

const nothing = () => () => undefined;
/** As loud as a voice of clips (openLoudspeaker). */
const loudness = ({ volume }: VoiceSettings): number => (volume / 100) ** 2;

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

  const local = useLocalVoice(wanted);
  const reader = useMemo(
    () => (local.voice === null || speaker === null ? null : readAloud(local.voice, speaker.play)),
    [local.voice, speaker],
  );
  const isLocal = asked?.speaker === 'local' && local.name !== null;
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
      if (isLocal) return readAloudMs(readAnnouncement(call, settings, clips));
      const indexes = { own: clips.own.index, english: clips.english?.index ?? null };
      return announcementMs(call, settings, indexes);
    },
    [state, settings, clips, isLocal],
  );
  const say = useCallback(
    (call: SpokenCall, ended: () => void = () => {}) => {
      if (speaker === null || settings === null || clips === null) return;
      if (isLocal && reader !== null)
        reader.say(readAnnouncement(call, settings, clips), loudness(settings), ended);
      else speaker.play(announcement(call, settings, clips));
    },
    [speaker, settings, clips, isLocal, reader],
  );
  const stop = useCallback(() => {
    reader?.stop();
    speaker?.stop();
  }, [reader, speaker]);
  const hasLocal = local.name !== null;
  return useMemo(
    () => ({ state, clips, manner: settings, lasts, say, stop, hasLocal }),
    [state, clips, settings, lasts, say, stop, hasLocal],
  );
}

/** The office's own voice where it is asked for and whole; undefined until that is known. */
function useOwnVoice(asked: VoiceSettings | null) {
  const isAsked = asked?.speaker === 'office';
  const desk = useDesk();
  const { data: units, isError } = useQuery({
    queryKey: ['voice.sound'],
    enabled: isAsked,
    queryFn: async () => {
      const reply = await recordedUnits(desk, 'voice.sound');
      if (!reply.ok) throw new DeskRefusal(reply.problem);
      return reply.value;
    },
  });
  const preferred = asked?.voice ?? 'north';
  const clips = useMemo(() => (units === undefined ? null : recordedVoice(units)), [units]);
  const spoken = clips === null ? null : wholeDialect((unit) => unit in clips.index, preferred);
  return useMemo(() => {
    if (!isAsked || isError) return null;
    if (clips === null) return undefined;
    return spoken === null ? null : { clips, spoken };
  }, [isAsked, isError, clips, spoken]);
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
