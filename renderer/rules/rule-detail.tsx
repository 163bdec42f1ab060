import type { PackLine, RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { formatInstant } from '#shared/text/format.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { OverrideForm } from './override-form.tsx';
import { Certainty } from './rule-table.tsx';
import styles from './rules.module.css';
import { pathLabel, ruleLines } from './value-text.ts';

type RuleDetailProps = {
  readonly pack: ShownPack;
  readonly packs: readonly PackLine[];
  readonly value: RuleValue | null;
};

/** One value whole: its words, its source, the pack's own beside the office's, the other packs, and the form to set it. */
export function RuleDetail({ pack, packs, value }: RuleDetailProps) {
  const words = useText();
  const text = words.rules;
  const language = useLanguage();
  if (value === null) return <aside className={styles['detail']} aria-label={text.item} />;
  const { overridden } = value;
  return (
    <aside className={styles['detail']} aria-label={text.item}>
      <ColumnHead title={pathLabel(value.path, words)} end={<Certainty value={value} />} />
      <div className={styles['detailBody']}>
        <Lines label={text.value} lines={ruleLines(value, value.value, words, language)} strong />
        {overridden !== null && (
          <>
            <Lines label={text.original} lines={ruleLines(value, overridden.original, words, language)} />
            <Lines label={text.setAt(formatInstant(overridden.at, language))} lines={[overridden.why]} />
          </>
        )}
        <Lines label={text.source} lines={value.url === null ? [value.source] : [value.source, value.url]} />
        {value.note !== null && <Lines label={text.note} lines={[value.note]} />}
        <Lines label={text.itemCode} lines={[`${pack.id}, ${value.path}`]} />
        {packs
          .filter((other) => other.id !== pack.id)
          .map((other) => (
            <OtherPack key={other.id} other={other} value={value} />
          ))}
        <OverrideForm pack={pack} value={value} />
      </div>
    </aside>
  );
}

function Lines({
  label,
  lines,
  strong = false,
}: {
  readonly label: string;
  readonly lines: readonly string[];
  readonly strong?: boolean;
}) {
  return (
    <div className={styles['lines']}>
      <h3>{label}</h3>
      {lines.map((line, index) => (
        <p key={index} className={strong ? styles['strong'] : undefined}>
          {line}
        </p>
      ))}
    </div>
  );
}

function OtherPack({ other, value }: { readonly other: PackLine; readonly value: RuleValue }) {
  const words = useText();
  const language = useLanguage();
  const shown = useDeskQuery('rules.show', { packId: other.id }).value;
  if (shown === undefined) return null;
  const there = shown.values.find((one) => one.path === value.path);
  const same = there !== undefined && JSON.stringify(there.value) === JSON.stringify(value.value);
  const lines =
    there === undefined
      ? [words.rules.absent]
      : same
        ? [words.rules.same]
        : ruleLines(there, there.value, words, language);
  return <Lines label={words.rules.compare(other.title[language])} lines={lines} />;
}
