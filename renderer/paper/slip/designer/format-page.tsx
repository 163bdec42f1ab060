import type { Office } from '#shared/contract/office.ts';
import { SLIP_FORMATS } from '#shared/domain/printing/sheet-format.ts';
import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import styles from './format-page.module.css';
import { SlipSample } from './slip-sample.tsx';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';

export function FormatPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.paper;
  const number = useOfficeSetting(office, 'numberPaper');
  const guidance = useOfficeSetting(office, 'guidancePaper');
  return (
    <Page
      id="formats"
      what={words.what}
      aside={{
        title: words.preview,
        body: (
          <>
            <p className={styles['caption']}>{`${words.number}, ${words.papers[number.value]}`}</p>
            <div className={styles[number.value === '58' ? 'roll58' : 'roll80']}>
              <SlipSample key={number.value} office={office} sheet="number" format={number.value} />
            </div>
            <p className={styles['caption']}>{`${words.guidance}, ${words.papers[guidance.value]}`}</p>
            <div className={guidance.value === '80' ? styles['roll80'] : undefined}>
              <SlipSample key={guidance.value} office={office} sheet="guidance" format={guidance.value} />
            </div>
          </>
        ),
      }}
    >
      <Row title={words.number} saving={number.saving}>
        <Segmented
          label={words.number}
          options={SLIP_FORMATS.number.map((value) => ({ value, label: words.papers[value] }))}
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
          options={SLIP_FORMATS.guidance.map((value) => ({ value, label: words.papers[value] }))}
          value={guidance.value}
          onChange={guidance.save}
        />
      </Row>
    </Page>
  );
}
