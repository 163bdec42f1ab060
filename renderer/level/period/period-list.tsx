import { useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import shared from '#renderer/ui/shared.module.css';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelFigures } from '#shared/domain/level/figures.ts';
import { formatNumber, formatPercent } from '#shared/text/format.ts';
import type { Ref } from 'react';
import { useLevelWords } from '../client/words.ts';
import { WalkedList } from '../frame/walked-list.tsx';
import { paceOn, type OfficeRow, type PeriodRow, type TargetLine } from './period-rows.ts';
import styles from './period.module.css';

/** The figures of a line, in the order of the picture. */
export const PERIOD_FIGURES = [
  'issued',
  'level1',
  'level2',
  'level2WithCard',
  'taken',
  'activated',
] as const satisfies readonly (keyof LevelFigures)[];

type PeriodListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly PeriodRow[];
  readonly keys: readonly string[];
  readonly today: string;
  readonly at: number;
  readonly onStand: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onSide: (step: 1 | -1) => void;
  readonly empty: string;
};

/** Offices × figures, with what they have reached of their targets. */
export function PeriodList({ ref, rows, keys, today, at, onStand, onOpen, onSide, empty }: PeriodListProps) {
  const { level, levelPeriod: words } = useLevelWords();
  const hasTargets = rows.some((row) => row.row === 'office' && row.target !== undefined);
  const keyed = new Map(rows.map((row, index) => [row, keys[index] ?? '']));
  return (
    <WalkedList
      ref={ref}
      label={words.office}
      listId="offices"
      rows={rows}
      keyOf={(row) => keyed.get(row) ?? ''}
      rowHeight={26}
      at={at}
      onStand={onStand}
      onOpen={onOpen}
      onSide={onSide}
      empty={empty}
      heads={
        <div className={join(styles['row'], styles['heads'])} aria-hidden="true">
          <span>{words.office}</span>
          <span>{words.days}</span>
          {PERIOD_FIGURES.map((figure) => {
            const name = figure === 'issued' ? words.issued : level.figure[figure];
            return (
              <span key={figure} title={name}>
                {name}
              </span>
            );
          })}
          <span className={styles['split']}>{words.reached}</span>
          <span>{words.target}</span>
          <span>%</span>
          <span />
        </div>
      }
    >
      {(row) =>
        row.row === 'group' ? <GroupRow row={row} /> : <Row row={row} today={today} hasTargets={hasTargets} />
      }
    </WalkedList>
  );
}

function GroupRow({ row }: { readonly row: Extract<PeriodRow, { row: 'group' }> }) {
  const { level, levelPeriod: words } = useLevelWords();
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  return (
    <div className={join(styles['row'], styles['group'])}>
      <b>{row.group === '' ? level.noGroup : row.group}</b>
      <span>{words.groupSum(count(row.offices))}</span>
      {PERIOD_FIGURES.map((figure) => (
        <NumberText key={figure}>{count(row.figures[figure])}</NumberText>
      ))}
    </div>
  );
}

type RowProps = { readonly row: OfficeRow; readonly today: string; readonly hasTargets: boolean };

function Row({ row, today, hasTargets }: RowProps) {
  const words = useLevelWords().levelPeriod;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const { name, group, days, expected, missing, figures, target } = row;
  return (
    <div className={styles['row']}>
      <span className={styles['name']} title={group === '' ? name : `${name}, ${group}`}>
        {name}
      </span>
      <NumberText className={missing.length > 0 ? styles['late'] : styles['quiet']}>
        {count(days)}/{count(expected)}
      </NumberText>
      {PERIOD_FIGURES.map((figure) => (
        <NumberText key={figure}>{count(figures[figure])}</NumberText>
      ))}
      {target === undefined ? (
        <span className={join(styles['split'], styles['none'])}>{hasTargets ? words.noTarget : '–'}</span>
      ) : (
        <Target target={target} today={today} />
      )}
    </div>
  );
}

function Target({ target, today }: { readonly target: TargetLine; readonly today: string }) {
  const text = useText();
  const words = useLevelWords().levelPeriod;
  const language = useLanguage();
  const reached = target.activated;
  const share = target.target === 0 ? 1 : Math.min(1, reached / target.target);
  return (
    <>
      <NumberText className={styles['split']} title={text.account.level[target.level]}>
        {formatNumber(reached, language)}
      </NumberText>
      <NumberText className={styles['quiet']}>{formatNumber(target.target, language)}</NumberText>
      <NumberText className={target.late ? styles['late'] : undefined}>
        {target.percent === null ? '–' : formatPercent(target.percent / 10_000, language, 1)}
        {target.late ? <span className={shared['unseen']}> {words.late}</span> : null}
      </NumberText>
      <svg
        className={join(styles['bar'], target.late && styles['lateBar'])}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className={styles['ground']} x="0" y="3" width="100" height="4" />
        <rect className={styles['reached']} x="0" y="3" width={share * 100} height="4" />
        <rect
          className={styles['pace']}
          x={Math.min(98.5, paceOn(target, today) * 100)}
          y="0"
          width="1.5"
          height="10"
        />
      </svg>
    </>
  );
}
