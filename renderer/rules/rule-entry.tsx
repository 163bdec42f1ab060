import type { RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { formatInstant } from '#shared/text/format.ts';
import { useId, type KeyboardEvent } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { Certainty } from '#renderer/ui/certainty.tsx';
import { certaintyOf, ruleLimits, ruleLines, ruleSays } from '#shared/text/rule-text.ts';
import { OverrideForm } from './override-form.tsx';
import styles from './handbook.module.css';

type RuleEntryProps = {
  readonly pack: ShownPack;
  readonly value: RuleValue;
  /** Null where it is that of the line above. */
  readonly label: string | null;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** One value in words; opened, its source, the pack's own beside the office's, and the form to set it. */
export function RuleEntry({ pack, value, label, isOpen, onOpen }: RuleEntryProps) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const id = useId();
  const { overridden } = value;
  const limits = ruleLimits(value, text, language);
  const sure = certaintyOf(value, text);
  return (
    <li className={styles['entry']} data-first={label !== null || undefined}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['body']}>
        <button
          type="button"
          className={styles['line']}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onOpen}
          onKeyDown={walkLines}
        >
          <span className={styles['says']}>
            {limits !== null && <span className={styles['limits']}>{limits}</span>}
            {ruleSays(value, text, language).map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </span>
          {(sure.certainty === 'unconfirmed' || sure.certainty === 'own') && <Certainty {...sure} />}
        </button>
        {isOpen && (
          <div className={styles['more']} id={id}>
            <dl>
              <dt>{words.source}</dt>
              <dd>
                {value.source}
                {value.url !== null && <span className={styles['address']}>{value.url}</span>}
                <Certainty {...sure} />
              </dd>
              {value.note !== null && (
                <>
                  <dt>{words.note}</dt>
                  <dd>{value.note}</dd>
                </>
              )}
              {overridden !== null && (
                <>
                  <dt>{words.original}</dt>
                  <dd>{ruleLines(value, overridden.original, text, language).join(' ')}</dd>
                  <dt>{words.setAt(formatInstant(overridden.at, language))}</dt>
                  <dd>{overridden.why}</dd>
                </>
              )}
            </dl>
            <OverrideForm pack={pack} value={value} />
          </div>
        )}
      </div>
    </li>
  );
}

/** Arrow keys lead from line to line. */
function walkLines(event: KeyboardEvent<HTMLButtonElement>): void {
  const lines = [...document.querySelectorAll<HTMLElement>('li > div > button[aria-expanded]')];
  const at = lines.findIndex((line) => line === event.currentTarget);
  const to = rowAfter(event.key, at, lines.length);
  if (to === null) return;
  event.preventDefault();
  lines[to]?.focus();
}
