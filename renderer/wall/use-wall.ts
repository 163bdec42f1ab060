import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useVoice, type VoiceState } from '#renderer/voice/use-voice.ts';
import type { QueueWall } from '#shared/contract/ticket.ts';
import { isFreshCall, isQuietTime, type VoiceSettings } from '#shared/domain/voice/settings.ts';
import { formatTime } from '#shared/text/format.ts';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { waitForWord } from './only-voice.ts';
import { useTellSound } from './use-tell-sound.ts';
import {
  advance,
  hearCalls,
  noCalls,
  untilNext,
  wasSaid,
  type WallCall,
  type WallCalls,
} from './wall-calls.ts';

type Wall = {
  readonly wall: QueueWall | undefined;
  readonly calls: WallCalls;
  /** The instant since which nothing was heard; null while the desk is heard. */
  readonly lostSince: string | null;
  /** Nobody has said yet that what happens is heard here. */
  readonly connecting: boolean;
  readonly voice: VoiceState;
};

/** The wall as the desk tells it, how long it has been silent, and the voice that reads its calls, where this window is the one that speaks. */
export function useWall(window: VoiceSettings['where'] = 'wall'): Wall {
  const { value: wall, problem } = useDeskQuery('queue.wall', {});
  const { connection, since } = useLive();
  const [calls, change] = useCalls();
  const [problemSince, setProblemSince] = useState<string | null>(null);

  const wished = wall?.voice.on === true && wall.voice.where === window;
  const isOnly = useOnlyVoice(wished);
  const settings = useKept(wished && isOnly ? (wall?.voice ?? null) : null);
  const voice = useVoice(settings);
  useTellSound(voice.state, voice.hasLocal);
  const deskNow = useDeskClock(wall?.at);
  const speaking = useEffectEvent((call: WallCall) => {
    const now = deskNow();
    const isSilent = settings === null || isQuietTime(settings, formatTime(new Date(now).toISOString()));
    return isSilent || !isFreshCall(Date.parse(call.calledAt), now) ? 0 : voice.lasts(call);
  });

  const heard = wall?.calls;
  const day = wall?.businessDay ?? null;
  useEffect(() => change(() => noCalls), [change, day]);
  useEffect(() => {
    if (heard !== undefined) change((former) => hearCalls(former, heard, performance.now(), speaking));
  }, [change, heard]);

  useEffect(() => {
    const wait = untilNext(calls, performance.now());
    if (wait === null) return undefined;
    const next = () => change((former) => advance(former, performance.now(), speaking));
    const timer = setTimeout(next, wait + 1);
    return () => clearTimeout(timer);
  }, [change, calls]);

  const said = calls.spoken?.call ?? null;
  const begin = useEffectEvent((call: WallCall) =>
    voice.say(call, () => change((former) => wasSaid(former, call, performance.now()))),
  );
  useEffect(() => {
    if (said !== null) begin(said);
  }, [said]);

  const refused = problem !== undefined;
  useEffect(() => setProblemSince(refused ? new Date().toISOString() : null), [refused]);

  const lostSince = connection === 'lost' ? since : problemSince;
  return {
    wall,
    calls,
    lostSince,
    connecting: connection === 'connecting',
    voice: voice.state,
  };
}

/** Whether this window is the one of its PC that speaks: two walls that say the same number would echo. */
function useOnlyVoice(wished: boolean): boolean {
  const [isOnly, setOnly] = useState(false);
  useEffect(() => {
    if (!wished) return undefined;
    const letGo = waitForWord(() => setOnly(true));
    return () => {
      letGo();
      setOnly(false);
    };
  }, [wished]);
  return isOnly;
}

/** The calls, and a change of them that is made at once: what is to be said is asked for outside of rendering. */
function useCalls() {
  const latest = useRef(noCalls);
  const [calls, setCalls] = useState(noCalls);
  const change = useCallback((next: (former: WallCalls) => WallCalls) => {
    latest.current = next(latest.current);
    setCalls(latest.current);
  }, []);
  return [calls, change] as const;
}

/** The same object while it says the same, so that an answer that came again opens no second voice. */
function useKept(settings: VoiceSettings | null): VoiceSettings | null {
  const words = JSON.stringify(settings);
  return useMemo(() => JSON.parse(words) as VoiceSettings | null, [words]);
}

/** The desk's time now, in milliseconds, by its latest answer: the clock of another PC may be wrong. */
function useDeskClock(at: string | undefined): () => number {
  const ahead = useRef(0);
  useEffect(() => {
    if (at !== undefined) ahead.current = Date.parse(at) - performance.now();
  }, [at]);
  return () => ahead.current + performance.now();
}
