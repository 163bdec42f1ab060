import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Roster } from '#shared/contract/roster.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { Bar } from './bar.tsx';
import styles from './roster.module.css';

type AgenciesListProps = {
  readonly rosters: readonly Roster[];
  readonly chosen: string | null;
  readonly onChoose: (rosterId: string) => void;
  readonly onImport: () => void;
  readonly onNew: () => void;
};

/** The agencies with how far each has come; one stop for Tab, the arrows walk. */
export function AgenciesList({ rosters, chosen, onChoose, onImport, onNew }: AgenciesListProps) {
  const words = useText().roster;
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const count = (value: number) => formatNumber(value, language);
  const walk = (event: KeyboardEvent) => {
    const at = rosters.findIndex(({ rosterId }) => rosterId === chosen);
    const row = rowAfter(event.key, at, rosters.length);
    const next = row === null ? undefined : rosters[row];
    if (row === null || next === undefined) return;
    event.preventDefault();
    onChoose(next.rosterId);
    const button = list.current?.querySelectorAll('button')[row];
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <nav className={styles['nav']} aria-label={words.agencies}>
      <ColumnHead title={words.agencies} hint={count(rosters.length)} />
      <ul ref={list} className={styles['agencies']}>
        {rosters.map(({ rosterId, name, figures }) => {
          const asked = figures.people - figures.notNeeded;
          const isFull = asked > 0 && figures.activated === asked;
          return (
            <li key={rosterId}>
              <button
                type="button"
                className={styles['agency']}
                aria-current={rosterId === chosen ? 'page' : undefined}
                tabIndex={rosterId === chosen ? 0 : -1}
                title={name}
                onClick={() => onChoose(rosterId)}
                onKeyDown={walk}
              >
                <span className={styles['agencyName']}>{name}</span>
                {isFull ? (
                  <b className={styles['full']}>{words.full}</b>
                ) : (
                  <NumberText className={styles['count']}>
                    {count(figures.activated)} / {count(asked)}
                  </NumberText>
                )}
                <Bar figures={figures} />
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles['navFoot']}>
        <Button
          icon={<IconFileImport size={16} aria-hidden="true" />}
          keyHint="Alt+N"
          onClick={onImport}
          data-autofocus
        >
          {words.importList}
        </Button>
        <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={onNew}>
          {words.newRoster}
        </Button>
      </div>
    </nav>
  );
}
