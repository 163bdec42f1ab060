import type { Office } from '#shared/contract/office.ts';
import { useText } from '#renderer/desk/language.ts';
import { Page } from '#renderer/settings/page.tsx';
import styles from './format-page.module.css';
import { PaperChoice } from '../../paper-choice.tsx';
import { SlipSample } from './slip-sample.tsx';

export function FormatPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.paper;
  const { numberPaper: number, guidancePaper: guidance } = office.settings;
  return (
    <Page
      id="formats"
      what={words.what}
      aside={{
        title: words.preview,
        body: (
          <>
            <p className={styles['caption']}>{`${words.number}, ${words.papers[number]}`}</p>
            <div className={styles[number === '58' ? 'roll58' : 'roll80']}>
              <SlipSample key={number} office={office} sheet="number" format={number} />
            </div>
            <p className={styles['caption']}>{`${words.guidance}, ${words.papers[guidance]}`}</p>
            <div className={guidance === '80' ? styles['roll80'] : undefined}>
              <SlipSample key={guidance} office={office} sheet="guidance" format={guidance} />
            </div>
          </>
        ),
      }}
    >
      <PaperChoice office={office} sheet="number" title={words.number} />
      <PaperChoice
        office={office}
        sheet="guidance"
        title={words.guidance}
        hint={guidance === '80' ? words.sameRoll : words.otherSheet}
      />
    </Page>
  );
}
