import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import type { Office } from '#shared/contract/office.ts';
import { Suspense, useEffect, useInsertionEffect, useRef, type ReactNode } from 'react';
import { closeCorrection, useCorrection } from '#renderer/person/correction.ts';
import { closeRemark, useRemark } from '#renderer/person/remark.ts';
import { KeyBar } from '../frame/key-bar.tsx';
import { UndoToast } from '../frame/undo.tsx';
import styles from '../frame/frame.module.css';
import { useFrameKeys } from '../frame/frame-keys.ts';
import { LostBand, TrainingBand } from '#renderer/frame/bands.tsx';
import { closeOverlay, useOverlay } from '../frame/overlay.ts';
import { hearKeyboard } from '#renderer/scan/heard-scans.ts';
import { placeName } from './place-menu.tsx';
import { placeIn, usePlace } from '../frame/place.ts';
import { PrinterBand } from './printer-band.tsx';
import { RemindersBand } from './reminders-band.tsx';
import { SilentBand } from './silent-band.tsx';
import { UpdateBand } from './update-band.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeptFocus } from '../frame/use-kept-focus.ts';
import { useTableCopy } from '#renderer/ui/copy-table.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';

const Palette = lazyPart(() => import('./palette.tsx').then((m) => m.Palette));
const ScanDesk = lazyPart(() => import('#renderer/scan/scan-desk.tsx').then((m) => m.ScanDesk));
const CorrectPerson = lazyPart(() =>
  import('#renderer/person/correct-person.tsx').then((m) => m.CorrectPerson),
);
const RemarkDialog = lazyPart(() => import('#renderer/person/remark-dialog.tsx').then((m) => m.RemarkDialog));
const SpeakingWindow = lazyPart(() =>
  import('#renderer/wall/speaking-window.tsx').then((m) => m.SpeakingWindow),
);
const FindDialog = lazyPart(() => import('./find-dialog.tsx').then((m) => m.FindDialog));

type FrameProps = { readonly office: Office; readonly children: ReactNode };

/** The bars around every screen; the screen itself is the one `main`. */
export function Frame({ office, children }: FrameProps) {
  const text = useText();
  const work = useRef<HTMLElement>(null);
  const isLost = useLive((live) => live.connection === 'lost');
  // Of the whole page: dialogs stand beside the frame.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-lost', isLost);
    return () => document.documentElement.removeAttribute('data-lost');
  }, [isLost]);
  const overlay = useOverlay((state) => state.overlay);
  const isCorrecting = useCorrection((state) => state.wish !== null);
  const isRemarking = useRemark((state) => state.wish !== null);
  const place = placeName(
    placeIn(
      office,
      usePlace((state) => state.place),
    ),
    office,
    text,
  );
  useEffect(() => {
    document.title = `${place} · ${office.name}`;
  }, [place, office.name]);
  useEffect(() => {
    Palette.fetchAhead();
    FindDialog.fetchAhead();
    CorrectPerson.fetchAhead();
    RemarkDialog.fetchAhead();
  }, []);
  const { voice } = office.settings;
  useKeptFocus(work);
  useTableCopy();
  // Before the page is seen, for a field has the focus by then, and without a gap while a part of it waits for its code: React ends
  // layout effects of what it hides meanwhile.
  useInsertionEffect(hearKeyboard, []);
  const bar = useFrameKeys();
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#work">
        {text.frame.skipToWork}
      </a>
      <div>
        <TrainingBand />
        <TopBar office={office} />
        <LostBand />
        <PrinterBand />
        <SilentBand />
        <RemindersBand />
        <UpdateBand />
        {voice.on && voice.where === 'window' && (
          <Suspense fallback={null}>
            <SpeakingWindow />
          </Suspense>
        )}
      </div>
      <main id="work" ref={work} tabIndex={-1} className={styles['work']}>
        {children}
      </main>
      <KeyBar keys={bar}>
        <UndoToast />
      </KeyBar>
      <Suspense fallback={null}>
        <ScanDesk />
      </Suspense>
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette office={office} onClose={closeOverlay} />}
        {isCorrecting && <CorrectPerson onClose={closeCorrection} />}
        {isRemarking && <RemarkDialog onClose={closeRemark} />}
        {overlay === 'find' && <FindDialog onClose={closeOverlay} />}
      </Suspense>
    </div>
  );
}
