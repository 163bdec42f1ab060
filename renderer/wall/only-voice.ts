const LOCK = 'quay-tiep-dan-voice';

/**
 * Waits for the word, which one window of a PC has at a time, and calls `have` with it; gives what lets go of it. Where the browser
 * gives no locks (over plain HTTP from another PC), or refuses them, every window has it: better twice than never.
 */
export function waitForWord(have: () => void): () => void {
  const locks = (navigator as Partial<Navigator>).locks;
  const over = new AbortController();
  let letGo: (() => void) | undefined;
  const held = locks?.request(LOCK, { signal: over.signal }, () => {
    have();
    return new Promise<void>((done) => {
      letGo = done;
    });
  });
  if (held === undefined) have();
  held?.catch(() => {
    if (!over.signal.aborted) have();
  });
  return () => {
    over.abort();
    letGo?.();
  };
}
