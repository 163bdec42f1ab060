import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';

/** Why nothing can be recorded. */
export type MicrophoneFault = 'none' | 'refused' | 'busy' | 'unsupported';

/** What `getUserMedia` throws, by name. */
const FAULTS: Readonly<Record<string, MicrophoneFault>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export type Microphone = {
  readonly id: string;
  /** All that this PC has, by id and name. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** How loud it is now: the highest sample of the last twentieth of a second, 0 to 1. */
  readonly level: () => number;
  /** Resolves when it records. */
  readonly start: () => Promise<void>;
  /** One channel at 48,000 samples a second since it was started. Rejects where nothing can be read of it. */
  readonly stop: () => Promise<Float32Array>;
  readonly close: () => void;
};

/** Opens a microphone as it is, without the corrections that a browser makes for a conversation: one gain comes afterwards. */
export async function openMicrophone(
  id: string | null,
): Promise<
  | { readonly ok: true; readonly microphone: Microphone }
  | { readonly ok: false; readonly fault: MicrophoneFault }
> {
  // The browser offers none to a page that came over plain http from another PC.
  if (!('mediaDevices' in navigator)) return { ok: false, fault: 'unsupported' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: false,
      audio: {
        ...(id === null ? {} : { deviceId: { exact: id } }),
        channelCount: 1,
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
      },
    });
    const devices = await navigator.mediaDevices.enumerateDevices();
    return { ok: true, microphone: microphoneOf(stream, devices) };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return { ok: false, fault: FAULTS[name] ?? 'unsupported' };
  }
}

function microphoneOf(stream: MediaStream, devices: readonly MediaDeviceInfo[]): Microphone {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  void context.resume();
  const latest = new Float32Array(analyser.fftSize);
  let recorder: MediaRecorder | undefined;
  let parts: Blob[] = [];

  return {
    id: stream.getAudioTracks()[0]?.getSettings().deviceId ?? '',
    choices: devices
      .filter(({ kind }) => kind === 'audioinput')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label })),
    level() {
      analyser.getFloatTimeDomainData(latest);
      return latest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    },
    start: () =>
      new Promise((started, failed) => {
        parts = [];
        recorder = new MediaRecorder(stream, { audioBitsPerSecond: 128_000 });
        recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
        recorder.addEventListener('start', () => started());
        recorder.addEventListener('error', () => failed(new Error('not recorded')));
        recorder.start();
      }),
    async stop() {
      const running = recorder;
      if (running === undefined) return new Float32Array();
      await new Promise<void>((stopped) => {
        running.addEventListener('stop', () => stopped());
        running.stop();
      });
      const bytes = await new Blob(parts).arrayBuffer();
      const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
      return decoded.getChannelData(0);
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}
