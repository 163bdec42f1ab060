import { useEffect, useState } from 'react';
import { fingerprintOfKey } from './office-key.ts';

/** The fingerprint of what stands in a field: null while nothing does, undefined where it is no key. */
export function useFingerprint(typed: string): string | null | undefined {
  const [found, setFound] = useState<{ of: string; keyId: string | undefined } | null>(null);
  useEffect(() => {
    let isOver = false;
    void fingerprintOfKey(typed).then((keyId) => {
      if (!isOver) setFound({ of: typed, keyId });
    });
    return () => {
      isOver = true;
    };
  }, [typed]);
  if (typed.trim() === '' || found === null) return null;
  return found.of === typed ? found.keyId : null;
}
