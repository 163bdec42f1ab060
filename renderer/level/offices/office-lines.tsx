import { useLanguage } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { OfficeLine } from '#shared/contract/level-shapes.ts';
import type { OfficeLineState } from '#shared/domain/level/words.ts';
import { formatNumber } from '#shared/text/format.ts';
import { useMemo } from 'react';
import { useLevelWords } from '../client/words.ts';
import styles from './offices.module.css';

/** Lines that are shown; those to be mended stand first. */
const SHOWN = 300;
const ORDER = ['bad', 'changed', 'new', 'same'] as const;
const TONES = { bad: 'bad', changed: 'warn', new: 'good', same: 'plain' } as const;

type OfficeLinesProps = {
  readonly lines: readonly OfficeLine[];
  /** What stands in `lines` was done. */
  readonly isDone: boolean;
};

/** What each line of a table of offices would do, or did. */
export function OfficeLines({ lines, isDone }: OfficeLinesProps) {
  const words = useLevelWords().levelOffices;
  const language = useLanguage();
  const { many } = words;
  const ordered = useMemo(
    () => lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, SHOWN),
    [lines],
  );
  const said = ({ state, fault, changes = [] }: OfficeLine): string => {
    const does = isDone ? many.did[state] : many.state[state];
    const why = fault === undefined ? changes.map((fact) => many.fact[fact]) : [many.fault[fault]];
    return why.length === 0 ? does : `${does}: ${why.join(', ')}`;
  };
  const heads = [
    many.line,
    words.column.code,
    words.column.name,
    words.column.group,
    words.column.telephone,
    many.result,
  ];
  return (
    <div className={shared['tableReview']}>
      <div className={shared['tableCounts']} role="status">
        {ORDER.map((state) => {
          const count = lines.filter((line) => line.state === state).length;
          return count === 0 ? null : (
            <Chip key={state} tone={TONES[state]}>
              {many.counts[state](formatNumber(count, language))}
            </Chip>
          );
        })}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={shared['tableLines']} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map((line) => (
              <tr key={line.line}>
                <td>
                  <NumberText>{line.line}</NumberText>
                </td>
                <td>
                  <NumberText>{line.code}</NumberText>
                </td>
                <th scope="row">{line.name}</th>
                <td>{line.group}</td>
                <td>
                  <NumberText>{line.telephone}</NumberText>
                </td>
                <td className={styles[classOf(line.state)]}>{said(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > SHOWN ? <p>+{formatNumber(lines.length - SHOWN, language)}</p> : null}
    </div>
  );
}

function classOf(state: OfficeLineState): 'wrong' | 'right' | 'still' {
  return state === 'bad' ? 'wrong' : state === 'same' ? 'still' : 'right';
}
