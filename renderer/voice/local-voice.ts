/** How a sentence went: `failed` where it was not heard to its end and another voice must say it. */
type Reading = 'said' | 'failed';

/** A voice that the system of this PC has itself, such as Microsoft An of Windows. */
export type LocalVoice = {
  /** Its name; null while there is none that can be relied on. */
  readonly name: () => string | null;
  /** Tells of every change; gives back how to stop that. */
  readonly listen: (changed: () => void) => () => void;
  /** Reads a sentence; `volume` between 0 and 1. Never rejects, and always comes to an end (`patienceMs`). */
  readonly read: (text: string, volume: number) => Promise<Reading>;
  readonly stop: () => void;
  readonly close: () => void;
};

/** So long a voice may take to begin. */
const BEGINS_MS = 4000;
/** So long a slow voice takes for a syllable. */
const SYLLABLE_MS = 900;

/** A voice that did not speak is tried again after this. */
const TRIED_AGAIN_MS = 10 * 60_000;
/** Not every browser tells when its voices have come. */
const LOOK_AGAIN_MS = 2000;

/** The longest that reading a sentence takes. */
export function patienceMs(text: string): number {
  return BEGINS_MS + text.split(/\s+/).length * SYLLABLE_MS;
}

/** Opens the voice of the system. A browser tells of its voices late, takes them away, and may never say that a sentence ended. */
export function openLocalVoice(): LocalVoice {
  const speech = (globalThis as Partial<typeof globalThis>).speechSynthesis;
  const listeners = new Set<() => void>();
  let isSilent = false;
  let next = setTimeout(() => told(), LOOK_AGAIN_MS);
  /** Held until its end: a browser that forgets a sentence never tells that it ended. */
  let current: { sentence: SpeechSynthesisUtterance; over: (how: Reading) => void } | undefined;

  /** Asked for anew each time. One that is not local would send the numbers of the room to a network. */
  const voice = (): SpeechSynthesisVoice | undefined =>
    isSilent
      ? undefined
      : speech?.getVoices().find((one) => one.localService && /^vi\b|^vi_/i.test(one.lang));
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const told = (): void => {
    isSilent = false;
    changed();
  };
  const mistrust = (): void => {
    isSilent = true;
    speech?.cancel();
    clearTimeout(next);
    next = setTimeout(told, TRIED_AGAIN_MS);
    changed();
  };
  speech?.addEventListener('voiceschanged', told);

  function read(text: string, volume: number): Promise<Reading> {
    const chosen = voice();
    if (speech === undefined || chosen === undefined) return Promise.resolve('failed');
    return new Promise((done) => {
      const sentence = new SpeechSynthesisUtterance(text);
      Object.assign(sentence, { voice: chosen, lang: chosen.lang, volume });
      const listening = new AbortController();
      let timer: ReturnType<typeof setTimeout>;
      const over = (how: Reading): void => {
        clearTimeout(timer);
        listening.abort();
        current = undefined;
        done(how);
      };
      const failOver = (how: Reading): void => {
        mistrust();
        over(how);
      };
      current = { sentence, over };
      timer = setTimeout(failOver, BEGINS_MS, 'failed');
      const hear = (name: 'start' | 'end' | 'error', then: () => void): void =>
        sentence.addEventListener(name, then, { signal: listening.signal });
      hear('start', () => {
        clearTimeout(timer);
        timer = setTimeout(failOver, patienceMs(text) - BEGINS_MS, 'said');
      });
      hear('end', () => over('said'));
      hear('error', () => failOver('failed'));
      // Left paused by another page, it would never begin.
      speech.resume();
      speech.speak(sentence);
    });
  }

  function stop(): void {
    current?.over('said');
    speech?.cancel();
  }

  return {
    name: () => voice()?.name ?? null,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read,
    stop,
    close() {
      stop();
      clearTimeout(next);
      speech?.removeEventListener('voiceschanged', told);
      listeners.clear();
    },
  };
}
