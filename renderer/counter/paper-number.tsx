import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { compactNumber, type DocumentNumberProblem } from '#shared/domain/identity/document-number-result.ts';
import {
  checkDocumentNumber,
  documentLengths,
  isFormattedPaper,
} from '#shared/domain/identity/document-number.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { maskDocumentNumber, maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import styles from './checklist.module.css';
import { paperName } from '#shared/text/rule-text.ts';

type PaperNumberProps = {
  readonly paper: string;
  readonly value: string | null;
  /** Shown, and not asked again, when the paper is the card the person came with. */
  readonly known: string | null;
  readonly readOnly: boolean;
  /** `isUnusual` where the officer keeps a number that its paper's numbers do not look like. */
  readonly onSave: (number: string, isUnusual: boolean) => void;
  /** Back to the row, when the number is entered or given up. */
  readonly onLeave: () => void;
};

/** The number on a paper. Its digits are seen only while they are typed; an odd one is named and may be kept. */
export function PaperNumber({ paper, value, known, readOnly, onSave, onLeave }: PaperNumberProps) {
  const text = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const [doubt, setDoubt] = useState<string | null>(null);
  const insisted = useRef<string | null>(null);

  if (value === null && known !== null) return <span className={styles['known']}>{maskIdNumber(known)}</span>;
  if (readOnly)
    return <span className={styles['known']}>{value === null ? '–' : maskDocumentNumber(value)}</span>;

  /** True when the field may be left: saved, empty or unchanged. */
  const commit = (): boolean => {
    if (draft === null || draft.trim() === (value ?? '')) {
      setDoubt(null);
      setDraft(null);
      return true;
    }
    const typed = draft.trim();
    const checked = checkDocumentNumber(paper, typed);
    if (typed !== '' && !checked.ok && insisted.current !== typed) {
      insisted.current = typed;
      setDoubt(doubtText(paper, typed, checked.problem, text));
      return false;
    }
    setDoubt(null);
    setDraft(null);
    onSave(checked.ok ? checked.value : typed, !checked.ok && typed !== '');
    return true;
  };
  const isTyping = draft !== null;
  const shown = draft ?? (value === null ? '' : maskDocumentNumber(value));
  return (
    <span className={styles['numberCell']}>
      <span className={join(styles['numberBox'], doubt !== null && styles['doubt'])}>
        <input
          className={styles['numberInput']}
          data-number
          tabIndex={-1}
          aria-label={text.counter.numberOf(paperName(paper, text))}
          aria-invalid={doubt !== null || undefined}
          placeholder={text.counter.enterNumber}
          value={shown}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => setDraft(value ?? '')}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setDoubt(null);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              if (commit()) onLeave();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              setDraft(null);
              setDoubt(null);
              onLeave();
            }
            event.stopPropagation();
          }}
          onBlur={() => {
            if (isTyping) commit();
          }}
        />
        {!isTyping && value !== null && (
          <span className={styles['length']}>
            <IconCheck size={16} stroke={1.75} aria-hidden="true" />
            {text.counter.digits(value.length)}
          </span>
        )}
      </span>
      {doubt !== null && (
        <span role="alert" className={styles['doubtText']}>
          {doubt} {text.counter.keepAnyway}
        </span>
      )}
    </span>
  );
}

/** What is odd about a number, with the lengths it may have where that is what is odd. */
export function doubtText(
  paper: string,
  typed: string,
  problem: DocumentNumberProblem,
  text: Catalogue,
): string {
  const words = text.counter;
  if (problem !== 'length' || !isFormattedPaper(paper)) return words.numberProblem[problem];
  const lengths = documentLengths[paper];
  const said = 'from' in lengths ? words.lengthRange(lengths.from, lengths.to) : words.lengthList(lengths);
  return words.numberLength(paperName(paper, text), said, compactNumber(typed).length);
}
