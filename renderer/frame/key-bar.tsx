import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { useEffect, type ReactNode } from 'react';
import type { BarEntry } from './bar-keys.ts';
import styles from './key-bar.module.css';
import { usePlace } from './place.ts';
import { hushBar, OWN_EVENT_MS, press, useBarMessage } from './screen-keys.tsx';

const MESSAGE_MS = 7000;
const ON_THE_WAY_MS = 300;

type KeyBarProps = { readonly keys: readonly BarEntry[]; readonly children?: ReactNode };

/** The bar below every screen: the keys that work there now, and what is said of the latest of them. */
export function KeyBar({ keys, children }: KeyBarProps) {
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
            <Keycap>{entry.cap ?? entry.key}</Keycap>
            {entry.label}
          </button>
        ))}
      </div>
      <Message />
      {children}
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
    // What was said of one screen is not said on another, unless it was said on the way there.
    const leave = usePlace.subscribe((now, before) => {
      if (now.place !== before.place && performance.now() - at > ON_THE_WAY_MS) hushBar();
    });
    return () => {
      clearTimeout(timer);
      forget();
      leave();
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
