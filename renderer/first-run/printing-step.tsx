import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

const NUMBER_PAPERS = ['80', '58'] as const;
const GUIDANCE_PAPERS = ['a5', 'a4', '80'] as const;
const MODES = ['dialog', 'none'] as const;

export function PrintingStep() {
  const words = useText().firstRun.printing;
  const { draft, change } = useGuide();
  const hint = draft.printing === 'dialog' ? words.dialogHint : words.noneHint;
  return (
    <>
      <h1>{words.title}</h1>
      <h2>{words.mode}</h2>
      <Segmented
        label={words.mode}
        options={MODES.map((mode) => ({ value: mode, label: words[mode] }))}
        value={draft.printing}
        onChange={(printing) => change({ printing })}
      />
      <p className={styles['says']}>{hint}</p>
      {draft.printing === 'dialog' && (
        <>
          <h2>{words.number}</h2>
          <Segmented
            label={words.number}
            options={NUMBER_PAPERS.map((paper) => ({ value: paper, label: words.papers[paper] }))}
            value={draft.numberPaper}
            onChange={(numberPaper) => change({ numberPaper })}
          />
        </>
      )}
      <h2>{words.guidance}</h2>
      <Segmented
        label={words.guidance}
        options={GUIDANCE_PAPERS.map((paper) => ({ value: paper, label: words.papers[paper] }))}
        value={draft.guidancePaper}
        onChange={(guidancePaper) => change({ guidancePaper })}
      />
      {draft.printing === 'dialog' && (
        <p className={styles['says']}>{draft.guidancePaper === '80' ? words.sameRoll : words.otherSheet}</p>
      )}
    </>
  );
}
