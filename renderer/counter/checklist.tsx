import { useText } from '#renderer/desk/language.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useScanTaker } from '#renderer/scan/scan-takers.ts';
import { giveCommand } from '#renderer/desk/send-command.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { RequestPaper } from '#shared/contract/ticket.ts';
import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import styles from './checklist.module.css';
import { checklistStep, firstOpenRow } from './checklist-keys.ts';
import type { RequestDetail } from './outcome-drafts.ts';
import { PaperRow } from './paper-row.tsx';

type Change = {
  readonly state: PaperState | null;
  readonly number?: string;
  readonly unusual?: boolean;
  readonly note?: string;
};

export type ChecklistHandle = { readonly focus: () => void };
type ChecklistProps = {
  readonly request: RequestDetail;
  readonly counterId: string;
  readonly readOnly: boolean;
  readonly ref?: Ref<ChecklistHandle>;
};

/** The papers of one request, walked with the arrows and answered with digits. */
export function Checklist({ request, counterId, readOnly, ref }: ChecklistProps) {
  const text = useText();
  const desk = useDesk();
  const [row, setRow] = useState(() => firstOpenRow(request.papers));
  const [ahead, setAhead] = useState<Readonly<Record<string, Change>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, DeskProblem | undefined>>>({});
  const elements = useRef<(HTMLDivElement | null)[]>([]);
  const papers = request.papers.map((line) => ({ ...line, ...ahead[line.paper] }));

  // What was shown ahead of the desk's answer gives way once the answer is here.
  useEffect(() => {
    setAhead((old) =>
      Object.fromEntries(
        Object.entries(old).filter(([paper, change]) => !isStored(request.papers, paper, change)),
      ),
    );
  }, [request.papers]);

  const focusRow = (index: number) => {
    setRow(index);
    elements.current[index]?.focus();
  };
  useImperativeHandle(ref, () => ({ focus: () => focusRow(firstOpenRow(papers)) }));

  const save = async (line: RequestPaper, change: Change) => {
    const { paper } = line;
    setAhead((old) => ({ ...old, [paper]: { ...old[paper], ...change } }));
    setProblems((old) => ({ ...old, [paper]: undefined }));
    const reply = await giveCommand(desk, 'request.set-paper', {
      requestId: request.id,
      counterId,
      paper,
      ...change,
    });
    if (reply.ok) return;
    setAhead(({ [paper]: _refused, ...rest }) => rest);
    setProblems((old) => ({ ...old, [paper]: reply.problem }));
  };

  useScanTaker('paper', {
    papers: () => {
      const hasFocus = elements.current.some((element) => element?.contains(document.activeElement));
      return hasFocus && !readOnly && request.person !== null ? papers.map(({ paper }) => paper) : null;
    },
    onNumber: (paper, number) => {
      const index = papers.findIndex((line) => line.paper === paper);
      const line = papers[index];
      if (line === undefined) return;
      void save(line, { state: line.state, number });
      focusRow(index);
    },
  });

  const onKey = (line: RequestPaper, index: number) => (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const step = checklistStep(digit ?? event.key, index, papers.length);
    // What a list that is only read cannot do is left to the keys of the screen.
    if (step === null || (readOnly && step.kind !== 'go')) return;
    event.preventDefault();
    if (step.kind === 'go') focusRow(step.row);
    else if (step.kind === 'set') {
      void save(line, { state: step.state });
      focusRow(step.row);
    } else {
      elements.current[index]
        ?.querySelector<HTMLInputElement>(step.kind === 'number' ? '[data-number]' : '[data-note]')
        ?.focus();
    }
  };

  if (papers.length === 0) return <p className={styles['none']}>{text.counter.noPapers}</p>;
  return (
    <div className={styles['scroll']}>
      <div
        role="grid"
        aria-label={text.counter.checklist}
        aria-rowcount={papers.length + 1}
        aria-readonly={readOnly}
        className={styles['grid']}
      >
        <div role="row" aria-rowindex={1} className={styles['head']}>
          <span role="columnheader">
            <span className={styles['hidden']}>{text.counter.mark}</span>
          </span>
          <span role="columnheader">{text.counter.paper}</span>
          <span role="columnheader">{text.counter.paperNumber}</span>
          <span role="columnheader" className={styles['headState']}>
            {text.counter.paperState}
          </span>
        </div>
        {papers.map((line, index) => (
          <PaperRow
            key={line.paper}
            line={line}
            index={index}
            isCurrent={index === Math.min(row, papers.length - 1)}
            readOnly={readOnly}
            idNumber={request.person?.idNumber ?? null}
            hasPerson={request.person !== null}
            problem={problems[line.paper]}
            rowRef={(element) => {
              elements.current[index] = element;
            }}
            onKey={onKey(line, index)}
            onCurrent={() => setRow(index)}
            onState={(state) => void save(line, { state })}
            onNumber={(number, unusual) => void save(line, { state: line.state, number, unusual })}
            onNote={(note) => void save(line, { state: line.state, note })}
            onLeaveField={() => elements.current[index]?.focus()}
          />
        ))}
      </div>
    </div>
  );
}

function isStored(papers: readonly RequestPaper[], paper: string, change: Change): boolean {
  const stored = papers.find((line) => line.paper === paper);
  if (stored === undefined || stored.state !== change.state) return false;
  if (change.number !== undefined && (stored.number ?? '') !== change.number) return false;
  return change.note === undefined || (stored.note ?? '') === change.note;
}
