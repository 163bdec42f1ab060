import type { Output } from '#shared/contract/desk-contract.ts';
import { joinClips } from '#shared/domain/voice/join-clips.ts';
import type { Dialect } from '#shared/domain/voice/read-number.ts';
import { recordedVoice, samplesOf, soundOf } from '#shared/domain/voice/recorded-voice.ts';
import { asSaid, nothingRecorded, record, type Recorded, type Said } from '#shared/domain/voice/take.ts';
import { sampleCall } from '#shared/domain/voice/units.ts';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { openLoudspeaker } from './loudspeaker.ts';
import { openMicrophone, type Microphone, type MicrophoneFault } from './microphone.ts';

type KeptUnit = Output<'voice.takes'>['units'][number];

/** A recording ends by itself after so long. */
const LONGEST_MS = 6000;

type Recorder = {
  readonly microphone: Microphone | null;
  readonly fault: MicrophoneFault | null;
  readonly choose: (id: string | null) => void;
  readonly state: 'idle' | 'recording' | 'checking';
  readonly recorded: Recorded;
  /** Begins to record, or ends it and judges what was said. */
  readonly turn: () => void;
  readonly again: () => void;
  readonly play: (samples: Float32Array) => void;
  /** A whole call out of kept units. */
  readonly playCall: (spoken: Dialect) => void;
};

/** A microphone that records one unit, said twice. A new unit begins anew. */
export function useRecorder(unit: string, words: number, kept: readonly KeptUnit[]): Recorder {
  const [wanted, choose] = useState<string | null>(null);
  const [microphone, setMicrophone] = useState<Microphone | null>(null);
  const [fault, setFault] = useState<MicrophoneFault | null>(null);
  const [state, setState] = useState<Recorder['state']>('idle');
  const [recorded, setRecorded] = useState<Recorded>(nothingRecorded);
  const speaker = useRef<ReturnType<typeof openLoudspeaker>>(null);
  const known = useRef(new Map<string, Said>());

  useEffect(() => {
    let isOver = false;
    let opened: Microphone | undefined;
    void openMicrophone(wanted).then((opening) => {
      if (isOver) {
        if (opening.ok) opening.microphone.close();
        return;
      }
      opened = opening.ok ? opening.microphone : undefined;
      setMicrophone(opened ?? null);
      setFault(opening.ok ? null : opening.fault);
    });
    return () => {
      isOver = true;
      opened?.close();
    };
  }, [wanted]);
  useEffect(() => {
    const opened = openLoudspeaker();
    speaker.current = opened;
    return () => opened.close();
  }, []);

  const again = useCallback(() => setRecorded(nothingRecorded), []);
  useEffect(again, [again, unit]);

  /** The other units as they were kept; those of before are read once. */
  function others(): Said[] {
    return kept
      .filter((one) => one.unit !== unit)
      .map(({ sound }) => {
        const said = known.current.get(sound) ?? asSaid(samplesOf(sound));
        known.current.set(sound, said);
        return said;
      });
  }

  async function stop(): Promise<void> {
    if (microphone === null || state !== 'recording') return;
    setState('checking');
    const samples = await microphone.stop().catch(() => new Float32Array());
    setRecorded((before) => record(before, samples, words, others));
    setState('idle');
  }
  const stopByItself = useEffectEvent(stop);
  useEffect(() => {
    if (state !== 'recording') return undefined;
    const timer = setTimeout(() => void stopByItself(), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [state]);

  async function start(from: Microphone): Promise<void> {
    speaker.current?.stop();
    setState('checking');
    await from.start().then(
      () => setState('recording'),
      () => setState('idle'),
    );
  }
  function sound(samples: Float32Array): void {
    speaker.current?.stop();
    speaker.current?.wake();
    speaker.current?.play(samples);
  }
  return {
    microphone,
    fault,
    choose,
    state,
    recorded,
    turn: () => {
      if (state === 'recording') void stop();
      else if (state === 'idle' && microphone !== null) void start(microphone);
    },
    again,
    play: (samples) => sound(recordedVoice([{ unit, sound: soundOf(samples) }]).samples),
    playCall: (spoken) => {
      const said = sampleCall(spoken);
      const clips = recordedVoice(kept.filter((one) => said.some(({ unit: needed }) => needed === one.unit)));
      sound(joinClips([{ clips, said }]));
    },
  };
}
