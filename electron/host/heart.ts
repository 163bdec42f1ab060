import { BEAT_MS } from '#shared/contract/channels.ts';

/** One timer for all streams; it runs only while somebody listens. */
export type Heart = {
  /** `onBeat` receives the present instant, UTC text; returns what stops it. */
  listen(onBeat: (at: string) => void): () => void;
  stop(): void;
};

export function startHeart(now: () => string, everyMs: number = BEAT_MS): Heart {
  const listeners = new Set<(at: string) => void>();
  let timer: NodeJS.Timeout | undefined;

  function rest(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    listen(onBeat) {
      listeners.add(onBeat);
      timer ??= setInterval(() => {
        const at = now();
        for (const listener of listeners) listener(at);
      }, everyMs);
      return () => {
        listeners.delete(onBeat);
        if (listeners.size === 0) rest();
      };
    },
    stop() {
      listeners.clear();
      rest();
    },
  };
}
