import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { LostBand } from '#renderer/frame/bands.tsx';
import styles from '#renderer/frame/frame.module.css';
import { KeyBar } from '#renderer/frame/key-bar.tsx';
import { useKeptFocus } from '#renderer/frame/use-kept-focus.ts';
import { useTableCopy } from '#renderer/ui/copy-table.tsx';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLevelKeys } from './level-keys.ts';
import { LevelTopBar } from './level-top-bar.tsx';

type LevelFrameProps = { readonly isSetUp: boolean; readonly children: ReactNode };

/** The bars around every page of the level. */
export function LevelFrame({ isSetUp, children }: LevelFrameProps) {
  const text = useText();
  const work = useRef<HTMLElement>(null);
  const isLost = useLive((live) => live.connection === 'lost');
  useEffect(() => {
    document.documentElement.toggleAttribute('data-lost', isLost);
    return () => document.documentElement.removeAttribute('data-lost');
  }, [isLost]);
  useKeptFocus(work);
  useTableCopy();
  const bar = useLevelKeys(isSetUp);
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#work">
        {text.frame.skipToWork}
      </a>
      <div>
        <LevelTopBar />
        <LostBand />
      </div>
      <main id="work" ref={work} tabIndex={-1} className={styles['work']}>
        {children}
      </main>
      <KeyBar keys={bar} />
    </div>
  );
}
