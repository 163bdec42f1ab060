import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './figure.module.css';
import { closeFigure, useOpenedFigure, type OpenedFigure } from './figure-store.ts';

/** The requests behind the figure that was opened, in place of the right column; null while none is. */
export function useFigureList(): ReactNode {
  const { opened } = useOpenedFigure();
  const language = useLanguage();
  // A figure belongs to the screen on which it was opened, and bears its name in that language.
  useEffect(() => closeFigure, [language]);
  return opened === null ? null : <FigureList key={`${opened.businessDay} ${opened.name}`} opened={opened} />;
}

function FigureList({ opened }: { readonly opened: OpenedFigure }) {
  const text = useText();
  const words = text.dashboard;
  const language = useLanguage();
  const close = useRef<HTMLButtonElement>(null);
  const { businessDay, figure, name, count } = opened;
  const answer = useDeskQuery('report.tickets', { businessDay, figure });
  useFocusBack();
  useKeys({ Escape: closeFigure });
  useEffect(() => close.current?.focus(), []);
  const rows = answer.value?.rows ?? [];
  const shown = formatNumber(rows.length, language);
  const total = formatNumber(answer.value?.total ?? 0, language);
  return (
    <aside className={styles['list']} aria-label={words.behind}>
      <ColumnHead
        title={name}
        end={
          <Button
            ref={close}
            size="small"
            variant="quiet"
            keyHint="Esc"
            aria-label={`${words.backToFigures}, Esc`}
            icon={<IconX size={16} aria-hidden="true" />}
            onClick={closeFigure}
          />
        }
      />
      <ProblemNote problem={answer.problem} className={styles['note']} />
      {answer.value !== undefined && answer.value.total !== count ? (
        <Note tone="warn" className={styles['note']}>
          {words.behindOther(total, formatNumber(count, language))}
        </Note>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} role="group" aria-label={name} tabIndex={0}>
        {rows.length === 0 ? null : <p className={styles['says']}>{words.behindCount(shown, total)}</p>}
        {rows.length === 0 && answer.value !== undefined ? (
          <p className={styles['empty']}>{words.behindNone}</p>
        ) : null}
        <ol>
          {rows.map((row, index) => (
            <li key={row.requestId ?? `late-${index}`} className={styles['request']}>
              <NumberText className={styles['number']}>{row.number ?? '–'}</NumberText>
              <span className={styles['who']}>
                <b title={row.fullName ?? undefined}>
                  {row.fullName ?? (row.number === null ? words.behindLate : text.common.noName)}
                </b>
                <span>
                  {text.common.procedureShort[row.procedure]}
                  {row.outcome === null ? '' : ` · ${text.common.outcome[row.outcome]}`}
                </span>
              </span>
              {row.activated ? (
                <span className={styles['good']}>
                  <IconCheck size={14} aria-hidden="true" /> {text.account.state.activated}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </aside>
  );
}
