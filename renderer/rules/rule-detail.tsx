import { inLanguage } from '#shared/domain/language.ts';
import type { PackLine, RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { formatInstant } from '#shared/text/format.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { OverrideForm } from './override-form.tsx';
import { Certainty } from '#renderer/ui/certainty.tsx';
import styles from './rules.module.css';
import { certaintyOf, pathLabel, ruleLines } from '#shared/text/rule-text.ts';

type RuleDetailProps = {
  readonly pack: ShownPack;
  readonly packs: readonly PackLine[];
  readonly value: RuleValue | null;
};

/** One value whole: its words, its source, the pack's own beside the office's, the other packs, and the form to set it. */
export function RuleDetail({ pack, packs, value }: RuleDetailProps) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  if (value === null) return <aside className={styles['detail']} aria-label={words.item} />;
  const { overridden } = value;
  return (
    <aside className={styles['detail']} aria-label={words.item}>
      <ColumnHead title={pathLabel(value.path, text)} end={<Certainty {...certaintyOf(value, text)} />} />
      <div className={styles['detailBody']}>
        <Lines label={words.value} lines={ruleLines(value, value.value, text, language)} strong />
        {overridden !== null && (
          <>
            <Lines label={words.original} lines={ruleLines(value, overridden.original, text, language)} />
            <Lines label={words.setAt(formatInstant(overridden.at, language))} lines={[overridden.why]} />
          </>
        )}
        <Lines label={words.source} lines={value.url === null ? [value.source] : [value.source, value.url]} />
        {value.note !== null && <Lines label={words.note} lines={[value.note]} />}
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
  const text = useText();
  const language = useLanguage();
  const shown = useDeskQuery('rules.show', { packId: other.id }).value;
  if (shown === undefined) return null;
  const there = shown.values.find((one) => one.path === value.path);
  const same = there !== undefined && JSON.stringify(there.value) === JSON.stringify(value.value);
  const lines =
    there === undefined
      ? [text.rules.absent]
      : same
        ? [text.rules.same]
        : ruleLines(there, there.value, text, language);
  return <Lines label={text.rules.compare(inLanguage(other.title, language))} lines={lines} />;
}
