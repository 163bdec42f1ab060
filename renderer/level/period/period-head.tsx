import { useLanguage } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { LevelPeriod } from '#shared/contract/level-shapes.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconAlertTriangle, IconChecks, IconFileSpreadsheet, IconSignature } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useLevelWords } from '../client/words.ts';
import type { Period } from '../frame/place.ts';
import { PaperForm } from './paper-form.tsx';
import { PERIOD_ORDERS, type PeriodOrder } from './period-rows.ts';
import { PeriodTitle } from './period-title.tsx';
import styles from './period.module.css';

type PeriodHeadProps = {
  readonly period: Period;
  readonly value: LevelPeriod;
  readonly onStep: (step: 1 | -1) => void;
  readonly onShow: (period: Period) => void;
  readonly order: PeriodOrder;
  readonly onOrder: (order: PeriodOrder) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly isSaving: boolean;
  readonly onSave: (format: 'xlsx' | 'pdf' | 'csv') => void;
};

/** Which period, whether it is whole, in which order, and its files. */
export function PeriodHead(props: PeriodHeadProps) {
  const { period, value, onStep, onShow, order, onOrder, typed, onType, search, isSaving, onSave } = props;
  const words = useLevelWords().levelPeriod;
  const language = useLanguage();
  const [isSigning, setSigning] = useState(false);
  const count = (number: number) => formatNumber(number, language);
  const here = value.offices.reduce((sum, { days }) => sum + days, 0);
  const all = value.offices.reduce((sum, { expected }) => sum + expected, 0);
  const lacking = value.offices.filter(({ missing }) => missing.length > 0).length;
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <PeriodTitle period={period} onStep={onStep} onShow={onShow} />
        <span className={styles['says']}>{words.files(count(here), count(all))}</span>
        {lacking > 0 ? (
          <Chip tone="warn" icon={<IconAlertTriangle size={16} aria-hidden="true" />}>
            {words.missing(count(lacking))}
          </Chip>
        ) : all === 0 ? null : (
          <Chip tone="good" icon={<IconChecks size={16} aria-hidden="true" />}>
            {words.complete}
          </Chip>
        )}
        <div className={styles['files']}>
          <Button
            icon={<IconFileSpreadsheet aria-hidden="true" />}
            keyHint="Alt+S"
            isPending={isSaving}
            onClick={() => onSave('xlsx')}
          >
            XLSX
          </Button>
          <Button isPending={isSaving} aria-label={words.exportPdf} onClick={() => onSave('pdf')}>
            PDF
          </Button>
          <Button isPending={isSaving} aria-label={words.exportCsv} onClick={() => onSave('csv')}>
            CSV
          </Button>
          <Button
            icon={<IconSignature aria-hidden="true" />}
            aria-label={words.paper.title}
            title={words.paper.title}
            onClick={() => setSigning(true)}
          />
          {isSigning ? <PaperForm onClose={() => setSigning(false)} /> : null}
        </div>
      </div>
      <div className={styles['line']}>
        <Segmented
          label={words.order}
          options={PERIOD_ORDERS.map((option) => ({ value: option, label: words.orders[option] }))}
          value={order}
          onChange={onOrder}
        />
        <div className={styles['find']}>
          <ListSearch ref={search} label={words.keyFind} value={typed} onType={onType} listId="offices" />
        </div>
      </div>
    </header>
  );
}
