import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office, Series } from '#shared/contract/office.ts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ProcedureChoice } from './procedure-choice.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange, type OfficeChange } from './use-office-change.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function SeriesSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const changes = useOfficeChange();
  const free = [...ALPHABET].filter((letter) => office.series.every((series) => series.letter !== letter));
  const [letter, setLetter] = useState<string | null>(null);
  const [name, setName] = useState('');
  const chosen = letter ?? free[0] ?? null;
  const add = async () => {
    if (chosen === null || name.trim() === '') return;
    // A new series takes nothing away from another until its procedures are chosen.
    if (!(await changes.saveSeries({ letter: chosen, name: name.trim(), procedures: ['guidance'] }, text.seriesSaved(chosen)))) return;
    setLetter(null);
    setName('');
  };
  return (
    <Section title={text.series} hint={text.seriesHint} saying={changes.saying}>
      <ul className={styles['rows']}>
        {office.series.map((series) => (
          <SeriesRow key={series.letter} series={series} office={office} changes={changes} />
        ))}
      </ul>
      {free.length === 0 ? null : (
        <div className={styles['line']}>
          <SelectField
            className={styles['short']}
            label={text.letter}
            value={chosen}
            options={free.map((one) => ({ value: one, label: one }))}
            onChange={setLetter}
          />
          <TextField
            label={text.newSeriesName}
            value={name}
            onType={setName}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
          />
          <Button className={styles['besideLabel']} icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => void add()}>
            {text.addSeries}
          </Button>
        </div>
      )}
    </Section>
  );
}

type SeriesRowProps = { readonly series: Series; readonly office: Office; readonly changes: OfficeChange };

function SeriesRow({ series, office, changes }: SeriesRowProps) {
  const text = useText();
  const words = text.settings;
  const saved = words.seriesSaved(series.letter);
  const takesRest = series.procedures.length === 0;
  const setProcedures = (procedures: Series['procedures']) => {
    const anotherRest = office.series.some((other) => other.letter !== series.letter && other.procedures.length === 0);
    if (takesRest && procedures.length > 0 && !anotherRest) return changes.refuse(words.needsRest);
    void changes.saveSeries({ letter: series.letter, name: series.name, procedures }, saved);
  };
  const uses = takesRest ? words.seriesRest : series.procedures.map((procedure) => text.common.procedureShort[procedure]).join(', ');
  return (
    <li className={styles['stack']}>
      <div className={styles['row']}>
        <NumberText className={styles['letter']}>{series.letter}</NumberText>
        <TextField
          label={words.seriesNameOf(series.letter)}
          showLabel={false}
          value={series.name}
          onCommit={(name) => void changes.saveSeries({ letter: series.letter, name }, saved)}
        />
      </div>
      <details className={styles['details']}>
        <summary>{`${words.seriesProcedures}: ${uses}`}</summary>
        <ProcedureChoice label={`${words.choose}, ${saved}`} chosen={series.procedures} onChange={setProcedures} />
      </details>
    </li>
  );
}
