import type { RuleValue, ShownPack } from '#shared/contract/rules.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { RefObject } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { Certainty } from '#renderer/ui/certainty.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './rules.module.css';
import { aboutValue, certaintyOf, pathLabel, ruleLines } from '#shared/text/rule-text.ts';

type RuleTableProps = {
  readonly pack: ShownPack;
  readonly procedure: Procedure | 'common' | null;
  readonly values: readonly RuleValue[];
  readonly search: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly current: RuleValue | null;
  readonly onSearch: (search: string) => void;
  readonly onChoose: (path: string) => void;
};

export function RuleTable({
  pack,
  procedure,
  values,
  search,
  searchField,
  current,
  onSearch,
  onChoose,
}: RuleTableProps) {
  const text = useText();
  const words = text.rules;
  const title =
    procedure === null
      ? words.everything
      : procedure === 'common'
        ? words.commonValues
        : text.common.procedure[procedure];
  return (
    <section className={styles['main']} aria-label={title}>
      <header className={styles['mainHead']}>
        <h2>{title}</h2>
        <span className={styles['hint']}>
          {words.version(pack.version)} · {words.found(values.length)}
        </span>
        <TextField
          ref={searchField}
          label={words.search}
          showLabel={false}
          placeholder={words.search}
          size="small"
          value={search}
          onType={onSearch}
          className={styles['search']}
        />
      </header>
      <div className={styles['scroll']}>
        {values.length === 0 ? <p className={styles['nothing']}>{words.nothing}</p> : null}
        <table
          className={styles['table']}
          role="grid"
          tabIndex={0}
          aria-label={title}
          aria-activedescendant={current === null ? undefined : `rule-${current.path}`}
          onKeyDown={(event) => {
            const row = rowAfter(
              event.key,
              values.findIndex((value) => value === current),
              values.length,
            );
            const next = row === null ? undefined : values[row];
            if (next === undefined) return;
            event.preventDefault();
            onChoose(next.path);
            document.getElementById(`rule-${next.path}`)?.scrollIntoView({ block: 'nearest' });
          }}
        >
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.certainty}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <RuleRow key={value.path} value={value} here={value === current} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RuleRow({
  value,
  here,
  onChoose,
}: {
  readonly value: RuleValue;
  readonly here: boolean;
  readonly onChoose: (path: string) => void;
}) {
  const text = useText();
  const language = useLanguage();
  const lines = ruleLines(value, value.value, text, language);
  const about = aboutValue(value, text, language);
  return (
    <tr
      id={`rule-${value.path}`}
      aria-selected={here}
      className={here ? styles['here'] : undefined}
      onClick={() => onChoose(value.path)}
    >
      <th scope="row">
        {pathLabel(value.path, text)}
        {about !== null && <span className={styles['about']}>{about}</span>}
      </th>
      <td>
        {lines.slice(0, 4).map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        {lines.length > 4 && <p className={styles['hint']}>+{lines.length - 4}</p>}
      </td>
      <td>{value.source}</td>
      <td>
        <Certainty {...certaintyOf(value, text)} />
      </td>
    </tr>
  );
}
