import type { Office } from '#shared/contract/office.ts';
import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import styles from './format-page.module.css';
import { SlipSample } from './slip-sample.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';

const NUMBER_PAPERS = ['80', '58'] as const;
const GUIDANCE_PAPERS = ['80', 'a5', 'a4'] as const;

export function FormatPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.paper;
  const number = useOfficeSetting(office, 'numberPaper');
  const guidance = useOfficeSetting(office, 'guidancePaper');
  return (
    <Page
      id="paper"
      what={words.what}
      aside={{
        title: words.preview,
        body: (
          <>
            <p className={styles['caption']}>{`${words.number}, ${words.papers[number.value]}`}</p>
            <div className={styles[number.value === '58' ? 'roll58' : 'roll80']}>
              <SlipSample key={number.value} office={office} sheet="number" paper={number.value} />
            </div>
            <p className={styles['caption']}>{`${words.guidance}, ${words.papers[guidance.value]}`}</p>
            <div className={guidance.value === '80' ? styles['roll80'] : undefined}>
              <SlipSample key={guidance.value} office={office} sheet="guidance" paper={guidance.value} />
            </div>
          </>
        ),
      }}
    >
      <Row title={words.number} saving={number.saving}>
        <Segmented
          label={words.number}
          options={NUMBER_PAPERS.map((value) => ({ value, label: words.papers[value] }))}
          value={number.value}
          onChange={number.save}
        />
      </Row>
      <Row
        title={words.guidance}
        hint={guidance.value === '80' ? words.sameRoll : words.otherSheet}
        saving={guidance.saving}
      >
        <Segmented
          label={words.guidance}
          options={GUIDANCE_PAPERS.map((value) => ({ value, label: words.papers[value] }))}
          value={guidance.value}
          onChange={guidance.save}
        />
      </Row>
    </Page>
  );
}
