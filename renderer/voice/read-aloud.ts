import type { ReadPart } from '#shared/domain/voice/announcement.ts';
import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';
import { patienceMs, type LocalVoice } from './local-voice.ts';

const soundMs = (sound: Float32Array): number => (sound.length / SAMPLE_RATE) * 1000;

/** The longest that reading a call aloud takes. */
export function readAloudMs(parts: readonly ReadPart[]): number {
  return parts.reduce(
    (sum, part) =>
      sum + ('play' in part ? soundMs(part.play) : patienceMs(part.text) + soundMs(part.instead)),
    0,
  );
}

/** Says calls with the voice of the system, one to its end before the next; a sentence that it does not say is said with clips. */
export function readAloud(local: LocalVoice, play: (sound: Float32Array) => void) {
  let turn = Promise.resolve();
  /** Grows when everything is stopped. */
  let round = 0;

  async function say(parts: readonly ReadPart[], volume: number, isStopped: () => boolean): Promise<void> {
    for (const part of parts) {
      if (isStopped()) return;
      const isRead = 'text' in part && (await local.read(part.text, volume)) === 'said';
      if (isRead || isStopped()) continue;
      const sound = 'play' in part ? part.play : part.instead;
      play(sound);
      await new Promise((done) => setTimeout(done, soundMs(sound)));
    }
  }

  return {
    /** `volume` between 0 and 1. `ended` hears when it was said to its end. */
    say(parts: readonly ReadPart[], volume: number, ended: () => void): void {
      const mine = round;
      const isStopped = (): boolean => round !== mine;
      turn = turn
        .then(() => say(parts, volume, isStopped))
        .then(() => {
          if (!isStopped()) ended();
        });
    },
    stop(): void {
      round += 1;
      turn = Promise.resolve();
      local.stop();
    },
  };
}
