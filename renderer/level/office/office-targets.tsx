import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { formatDay, formatNumber, formatPercent } from '#shared/text/format.ts';
import { useState } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './office.module.css';
import { SetTarget } from './set-target.tsx';

/** What the office has to reach, how far it is, and what each day has to bring. */
export function OfficeTargets({ office }: { readonly office: LevelOffice }) {
  const text = useText();
  const words = useLevelWords().levelOffice.target;
  const language = useLanguage();
  const today = useLevelQuery('level.state', {}).value?.today;
  const [isSetting, setSetting] = useState(false);
  const all = useLevelQuery(
    'target.list',
    { on: today ?? '2026-01-01' },
    { enabled: today !== undefined },
  ).value;
  const own = all?.filter(({ officeCode }) => officeCode === office.code) ?? [];
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <SectionHead title={words.title} />
      <div className={styles['keyPart']}>
        {own.length === 0 ? <p className={styles['says']}>{words.none}</p> : null}
        {own.map((line) => (
          <div key={`${line.level} ${line.dueOn}`} className={styles['target']}>
            <span>{text.account.level[line.level]}</span>
            <NumberText>
              {count(line.activated)} / {count(line.target)}
            </NumberText>
            <NumberText className={join(line.late && styles['lateTarget'])}>
              {line.percent === null ? '–' : formatPercent(line.percent / 10_000, language, 1)}
            </NumberText>
            <small>
              {formatDay(line.dueOn, language)}
              {line.remaining > 0 ? `, ${words.remaining(count(line.remaining))}` : ''}
              {line.pace === null ? '' : `, ${words.pace(count(line.pace))}`}
            </small>
          </div>
        ))}
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => setSetting(true)}>
            {words.set}
          </Button>
        </div>
      </div>
      {isSetting ? <SetTarget office={office} today={today ?? ''} onClose={() => setSetting(false)} /> : null}
    </>
  );
}
