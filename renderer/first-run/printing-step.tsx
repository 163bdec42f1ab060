import { SLIP_FORMATS } from '#shared/domain/printing/sheet-format.ts';
import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

/** As a new office most likely has them: sheets before the roll. */
const GUIDANCE_FORMATS = ['a5', 'a4', '80'] as const;
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
            options={SLIP_FORMATS.number.map((value) => ({ value, label: words.papers[value] }))}
            value={draft.numberPaper}
            onChange={(numberPaper) => change({ numberPaper })}
          />
        </>
      )}
      <h2>{words.guidance}</h2>
      <Segmented
        label={words.guidance}
        options={GUIDANCE_FORMATS.map((value) => ({ value, label: words.papers[value] }))}
        value={draft.guidancePaper}
        onChange={(guidancePaper) => change({ guidancePaper })}
      />
      {draft.printing === 'dialog' && (
        <p className={styles['says']}>{draft.guidancePaper === '80' ? words.sameRoll : words.otherSheet}</p>
      )}
    </>
  );
}
