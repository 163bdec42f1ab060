import { useEffect, useState } from 'react';

const LOCK = 'quay-tiep-dan-voice';

/**
 * Whether this window is the one of its PC that speaks: two walls that say the same number would echo. The first that
 * asks has the word until it closes; then the next has it. A page that the browser gives no locks (over plain HTTP from
 * another PC) speaks.
 */
export function useOnlyVoice(wished: boolean): boolean {
  const [isOnly, setOnly] = useState(false);
  useEffect(() => {
    if (!wished) return undefined;
    const locks = (navigator as Partial<Navigator>).locks;
    if (locks === undefined) {
      setOnly(true);
      return () => setOnly(false);
    }
    const over = new AbortController();
    let letGo: (() => void) | undefined;
    void locks
      .request(LOCK, { signal: over.signal }, () => {
        setOnly(true);
        return new Promise<void>((done) => {
          letGo = done;
        });
      })
      .catch(() => undefined);
    return () => {
      over.abort();
      letGo?.();
      setOnly(false);
    };
  }, [wished]);
  return isOnly;
}
