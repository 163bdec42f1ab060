import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { useEffect } from 'react';
import styles from './bottom-bar.module.css';
import type { BarEntry } from '../frame/bar-keys.ts';
import { hushBar, press, useBarMessage } from '../frame/screen-keys.tsx';
import { UndoToast } from '../frame/undo.tsx';

const MESSAGE_MS = 7000;
/** An event that comes sooner is the one that the message tells of. */
const OWN_EVENT_MS = 2000;

export function BottomBar({ keys }: { readonly keys: readonly BarEntry[] }) {
  const text = useText();
  return (
    <footer className={styles['bar']}>
      <div role="toolbar" aria-label={text.frame.keys} className={styles['keys']}>
        {keys.map((entry) => (
          <button
            key={entry.key}
            type="button"
            className={join(styles['key'], entry.disabledReason !== undefined && styles['off'])}
            aria-disabled={entry.disabledReason !== undefined || undefined}
            aria-keyshortcuts={entry.key.replace('Ctrl', 'Control')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => press(entry)}
          >
            <Keycap>{entry.key}</Keycap>
            {entry.label}
          </button>
        ))}
      </div>
      <Message />
      <UndoToast />
    </footer>
  );
}

function Message() {
  const { message, at, isAlert } = useBarMessage();
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(hushBar, MESSAGE_MS);
    const forget = useLive.subscribe((live, before) => {
      if (live.lastEvent !== before.lastEvent && performance.now() - at > OWN_EVENT_MS) hushBar();
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [message, at]);
  return (
    <div role="status" className={styles['messagePlace']}>
      {message !== null && (
        <span className={join(styles['message'], isAlert && styles['alert'])}>{message}</span>
      )}
    </div>
  );
}
