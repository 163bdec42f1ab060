import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/be-vietnam-pro/800.css';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import { AS_DRAWN, placeSheet } from '#renderer/paper/place-sheet.ts';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { drawPaper } from '#renderer/paper/slip/draw-sheet.tsx';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { join } from '#renderer/ui/join.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { formatDay } from '#shared/text/format.ts';
import styles from './recovery-sheet.module.css';

export type RecoverySheetFormat = 'a4' | 'a5';

/** A recovery key in its groups of four. */
export function keyGroups(key: string): string[] {
  return key.replaceAll(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? [];
}

export type RecoveryWords = Catalogue['safety']['sheet']['paper'];

type RecoverySheetProps = {
  readonly office: string;
  readonly recoveryKey: string;
  readonly format: RecoverySheetFormat;
  readonly language: Language;
  readonly words: RecoveryWords;
  /** The instant it was made, UTC. */
  readonly at: string;
};

/** In millimetres. */
const MARGINS = {
  a4: { top: 18, right: 18, bottom: 18, left: 18 },
  a5: { top: 9, right: 11, bottom: 9, left: 11 },
};

/** The key in groups and as a code, of which office, since when, what for, and where to keep it. */
function RecoverySheet({ office, recoveryKey, format, language, words, at }: RecoverySheetProps) {
  const groups = keyGroups(recoveryKey);
  const facts = [
    [words.forWhat, words.forWhatSays],
    [words.keep, words.keepSays],
    [words.lost, words.lostSays],
  ] as const;
  return (
    <div className={join(styles['sheet'], styles[format])} data-paper={format}>
      <header className={styles['head']}>
        <p className={styles['office']}>{office}</p>
        <p className={styles['title']}>{words.title}</p>
        <p>{words.made(formatDay(localDay(at), language))}</p>
      </header>
      <div className={styles['key']}>
        <div className={styles['groups']}>
          {groups.map((group, place) => (
            <span key={place}>{group}</span>
          ))}
        </div>
        <QrCode content={groups.join('-')} dots={format === 'a4' ? 10 : 7} label={words.title} />
      </div>
      <dl className={styles['facts']}>
        {facts.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['room']}>
        <p>{words.kept}</p>
        <p>{words.officer}</p>
      </div>
    </div>
  );
}

/** Prints the sheet through the print dialogue of this window: it is no print job, so nothing of the key is stored. */
export function printRecovery(sheet: Omit<RecoverySheetProps, 'at'>): Promise<boolean> {
  return printAlone((place) =>
    drawPaper(place, <RecoverySheet {...sheet} at={new Date().toISOString()} />, sheet.language, (drawn) =>
      placeSheet(drawn, { format: sheet.format, placing: AS_DRAWN, usual: MARGINS[sheet.format] }),
    ),
  );
}
