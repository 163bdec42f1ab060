import { useText } from '#renderer/desk/language.ts';
import type { Office } from '#shared/contract/office.ts';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { useFrameKeys } from './frame-keys.ts';
import { LostBand } from './lost-band.tsx';
import { TopBar } from './top-bar.tsx';
import { TrainingBand } from './training-band.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const FindDialog = lazy(() => import('./find-dialog.tsx').then((m) => ({ default: m.FindDialog })));

export type FrameProps = { readonly office: Office; readonly children: ReactNode };

/** The bars around every screen; the screen itself is the one `main`. */
export function Frame({ office, children }: FrameProps) {
  const text = useText();
  const work = useRef<HTMLElement>(null);
  const [overlay, setOverlay] = useState<'find' | 'palette' | null>(null);
  const close = () => setOverlay(null);
  useKeptFocus(work);
  const bar = useFrameKeys({ openFind: () => setOverlay('find'), openPalette: () => setOverlay('palette') });
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#work">
        {text.frame.skipToWork}
      </a>
      <div>
        <TrainingBand />
        <TopBar office={office} />
        <LostBand />
      </div>
      <main id="work" ref={work} tabIndex={-1} className={styles['work']}>
        {children}
      </main>
      <BottomBar keys={bar} />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette office={office} onClose={close} />}
        {overlay === 'find' && <FindDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
