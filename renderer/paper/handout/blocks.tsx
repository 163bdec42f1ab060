import paperStyles from '#renderer/paper/sheet.module.css';
import { join } from '#renderer/ui/join.ts';
import type { ReactNode } from 'react';
import { Line } from './handout-sheet.tsx';
import styles from './handout.module.css';
import type { SheetWords } from './sheet-words.tsx';

/** Names `step1`, `step2` … as they stand in the catalogue; what has no line is left out. */
export function numbered(words: SheetWords, stem: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${stem}${index + 1}`).filter(
    (name) => words.say(name) !== null,
  );
}

type PartProps = {
  readonly title: ReactNode;
  readonly half?: boolean;
  readonly children: ReactNode;
};

/** A part with a rule above it; halves stand side by side. */
export function Part({ title, half = false, children }: PartProps) {
  return (
    <div className={join(styles['part'], half && paperStyles['half'])}>
      <Line className={styles['partTitle']}>{title}</Line>
      {children}
    </div>
  );
}

type StepListProps = {
  readonly words: SheetWords;
  readonly stem: string;
  readonly count: number;
  /** Number of the first step. */
  readonly from?: number;
};

/** Steps with their numbers, a smaller line under each where there is one. */
export function StepList({ words, stem, count, from = 1 }: StepListProps) {
  return (
    <ol className={styles['steps']} start={from}>
      {numbered(words, stem, count).map((name, index) => {
        const more = words.say(`${name}More`);
        return (
          <li key={name}>
            <i>{from + index}</i>
            <span>
              {words.say(name)}
              {more === null ? null : <small>{more}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Plain lines, one instruction each. */
export function PlainLines({
  words,
  names,
}: {
  readonly words: SheetWords;
  readonly names: readonly string[];
}) {
  return names.map((name) => <Line key={name}>{words.say(name)}</Line>);
}
