import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Office } from '#shared/contract/office.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange } from './use-office-change.ts';

const NUMBER_PAPERS = ['80', '58'] as const;
const GUIDANCE_PAPERS = ['80', 'a5', 'a4'] as const;

export function PrintingSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, change } = useOfficeChange();
  const { printing, numberPaper, guidancePaper } = office.settings;
  return (
    <Section title={text.printing} hint={text.printingHint} saying={saying}>
      <div className={styles['choices']}>
        <Segmented
          label={text.mode}
          showLabel
          value={printing}
          options={[
            { value: 'dialog', label: text.modeDialog },
            { value: 'none', label: text.modeNone },
          ]}
          onChange={(value) => void change({ printing: value }, text.mode)}
        />
        {printing === 'none' ? <p className={styles['hint']}>{text.modeNoneHint}</p> : null}
        <Segmented
          label={text.numberPaper}
          showLabel
          value={numberPaper}
          options={NUMBER_PAPERS.map((paper) => ({ value: paper, label: text.paper[paper] }))}
          onChange={(value) => void change({ numberPaper: value }, text.numberPaper)}
        />
        <Segmented
          label={text.guidancePaper}
          showLabel
          value={guidancePaper}
          options={GUIDANCE_PAPERS.map((paper) => ({ value: paper, label: text.paper[paper] }))}
          onChange={(value) => void change({ guidancePaper: value }, text.guidancePaper)}
        />
      </div>
    </Section>
  );
}
