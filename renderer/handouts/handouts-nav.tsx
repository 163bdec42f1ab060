import { useText } from '#renderer/desk/language.ts';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { useRef, type KeyboardEvent } from 'react';
import styles from './handouts-screen.module.css';
import {
  CHECKS,
  DAY_LISTS,
  HANDOUTS,
  isHandout,
  POSTERS,
  SHEETS,
  type SheetId,
} from '../paper/handout/sheets.ts';

type HandoutsNavProps = { readonly sheet: SheetId; readonly onChoose: (sheet: SheetId) => void };

/** All sheets in their groups: one stop for Tab, the arrows walk through them. */
export function HandoutsNav({ sheet, onChoose }: HandoutsNavProps) {
  const words = useText().handout;
  const nav = useRef<HTMLElement>(null);
  const walk = (event: KeyboardEvent): void => {
    const row = rowAfter(event.key, SHEETS.indexOf(sheet), SHEETS.length);
    const next = row === null ? undefined : SHEETS[row];
    if (row === null || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    nav.current?.querySelectorAll('button')[row]?.focus();
  };
  const groups: readonly (readonly [string, readonly SheetId[]])[] = [
    [words.handouts, HANDOUTS],
    [words.posters, POSTERS],
    [words.lists, DAY_LISTS],
    [words.checks, CHECKS],
  ];
  return (
    <nav ref={nav} className={styles['nav']} aria-label={words.place}>
      <ColumnHead title={words.place} />
      {groups.map(([title, sheets]) => (
        <div key={title}>
          <SectionHead title={title} />
          <ul>
            {sheets.map((one) => {
              const here = one === sheet;
              return (
                <li key={one}>
                  <button
                    type="button"
                    className={styles['link']}
                    aria-current={here ? 'page' : undefined}
                    tabIndex={here ? 0 : -1}
                    data-focus-home={here || undefined}
                    onClick={() => onChoose(one)}
                    onKeyDown={walk}
                  >
                    {isHandout(one) ? words.sheetName[one] : words.list[one]}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
