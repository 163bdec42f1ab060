import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';

/**
 * `opening`: not known yet. `touch`: the browser lets no page sound before somebody touched it. `none`: this PC has
 * nothing to play on. `stuck`: the sound was started and does not run.
 */
export type SoundState = 'opening' | 'ready' | 'touch' | 'none' | 'stuck';

type Loudspeaker = {
  readonly state: () => SoundState;
  /** Tells of every change; gives back how to stop that. */
  readonly listen: (changed: () => void) => () => void;
  /** Percent; heard at once. */
  readonly setVolume: (percent: number) => void;
  /** Plays samples of one channel at 48,000 a second, after what is playing. */
  readonly play: (samples: Float32Array) => void;
  readonly stop: () => void;
  /** Asked after a touch or a key: browsers then let the page sound. */
  readonly wake: () => void;
  readonly close: () => void;
};

/** How long a browser may take to say whether a page may sound, and a sound to begin. */
const PATIENCE_MS = 1500;

/** The sound of this window. Never throws: what is wrong stands in its state. */
export function openLoudspeaker(): Loudspeaker {
  const listeners = new Set<() => void>();
  const playing = new Set<AudioBufferSourceNode>();
  let state: SoundState = 'opening';
  let hasDevice = true;
  let isClosed = false;
  /** In the time of the context: what is played next begins then at the earliest. */
  let free = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'playback' });
  const volume = context.createGain();
  volume.connect(context.destination);

  const become = (next: SoundState): void => {
    if (isClosed || next === state) return;
    state = next;
    for (const changed of listeners) changed();
  };
  const look = (): void => {
    if (!hasDevice) become('none');
    else if (context.state === 'running') become('ready');
    else if (state !== 'opening') become('touch');
  };
  const wake = (): void => {
    context.resume().then(look, () => become('stuck'));
  };
  const countDevices = async (): Promise<void> => {
    // Only a page of this PC or of a locked line is told; elsewhere a device is taken for granted.
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => undefined);
    hasDevice = devices?.some(({ kind }) => kind === 'audiooutput') ?? true;
    look();
  };
  context.addEventListener('statechange', look);
  context.addEventListener('error', () => become('stuck'));
  navigator.mediaDevices?.addEventListener('devicechange', () => void countDevices());
  wake();
  void countDevices();
  waiting = setTimeout(() => {
    if (state === 'opening') become(context.state === 'running' ? 'ready' : 'touch');
  }, PATIENCE_MS);

  return {
    state: () => state,
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    setVolume(percent) {
      volume.gain.setValueAtTime((percent / 100) ** 2, context.currentTime);
    },
    play(samples) {
      const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
      buffer.getChannelData(0).set(samples);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(volume);
      playing.add(source);
      source.addEventListener('ended', () => playing.delete(source));
      const begun = context.currentTime;
      source.start(Math.max(begun, free));
      free = Math.max(begun, free) + buffer.duration;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (context.currentTime === begun) become('stuck');
      }, PATIENCE_MS);
    },
    stop() {
      for (const source of playing) source.stop();
      playing.clear();
      free = 0;
    },
    wake,
    close() {
      isClosed = true;
      clearTimeout(waiting);
      listeners.clear();
      void context.close();
    },
  };
}
