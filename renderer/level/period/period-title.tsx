import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay } from '#renderer/ui/typed-date.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelWords } from '../client/words.ts';
import type { Period } from '../frame/place.ts';
import { kindOf, PERIOD_KINDS, periodOf } from './period.ts';
import styles from './period.module.css';

type PeriodTitleProps = {
  readonly period: Period;
  readonly onStep: (step: 1 | -1) => void;
  readonly onShow: (period: Period) => void;
};

/** The name of the period between the ways to the one before and after, and the choice of its kind. */
export function PeriodTitle({ period, onStep, onShow }: PeriodTitleProps) {
  const words = useLevelWords().levelPeriod;
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const kind = kindOf(period);
  const [year = '', month = ''] = period.from.split('-');
  const title = {
    month: () => words.month(month, year),
    quarter: () => words.quarter(String(Math.ceil(Number(month) / 3)), year),
    year: () => words.year(year),
    other: () => words.title(formatDay(period.from, language), formatDay(period.to, language)),
  };
  return (
    <>
      <div className={styles['title']}>
        <Button
          variant="quiet"
          aria-label={words.before}
          title={words.before}
          icon={<IconChevronLeft aria-hidden="true" />}
          onClick={() => onStep(-1)}
        />
        <h2>{title[kind]()}</h2>
        <Button
          variant="quiet"
          aria-label={words.after}
          title={words.after}
          icon={<IconChevronRight aria-hidden="true" />}
          onClick={() => onStep(1)}
        />
      </div>
      <Segmented
        label={words.kind}
        options={PERIOD_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(next) => (next === 'other' ? setAsking(true) : onShow(periodOf(next, period.to)))}
      />
      {isAsking ? (
        <OtherPeriod
          period={period}
          onClose={() => setAsking(false)}
          onShow={(next) => {
            setAsking(false);
            onShow(next);
          }}
        />
      ) : null}
    </>
  );
}

type OtherPeriodProps = {
  readonly period: Period;
  readonly onClose: () => void;
  readonly onShow: (period: Period) => void;
};

/** Two days, such as those of a campaign. */
function OtherPeriod({ period, onClose, onShow }: OtherPeriodProps) {
  const text = useText();
  const words = useLevelWords().levelPeriod;
  const [typed, setTyped] = useState({
    from: formatDay(period.from, 'vi'),
    to: formatDay(period.to, 'vi'),
  });
  const [isTried, setTried] = useState(false);
  const from = readDay(typed.from);
  const to = readDay(typed.to);
  const isAskew = from !== null && to !== null && to < from;
  const faults = {
    from: from === null ? words.notADay : undefined,
    to: to === null ? words.notADay : isAskew ? words.askew : undefined,
  };
  const show = () => {
    setTried(true);
    if (from !== null && to !== null && !isAskew) onShow({ from, to });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.kind}
      closeLabel={text.common.close}
      footer={
        <Button variant="primary" size="big" onClick={show}>
          {words.show}
        </Button>
      }
    >
      <div className={styles['pair']}>
        {(['from', 'to'] as const).map((field) => (
          <TextField
            key={field}
            label={words[field]}
            value={typed[field]}
            maxLength={10}
            figures
            data-autofocus={field === 'from' ? true : undefined}
            error={isTried ? faults[field] : undefined}
            onType={(value) => setTyped((before) => ({ ...before, [field]: value }))}
            onKeyDown={(event) => {
              if (event.key === 'Enter') show();
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
