import type { Office, Series } from '#shared/contract/office.ts';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { freeLetters, idleSeries, otherSeriesOf, uncoveredProcedures } from './coverage.ts';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Refused, SavedWord, Toggles } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './queue-pages.module.css';
import { useSaving } from '#renderer/desk/use-saving.ts';

/** Stands for the procedures that no series names. */
const REST = 'rest';

export function SeriesPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.series;
  const uncovered = uncoveredProcedures(office.series);
  const idle = idleSeries(office.series);
  return (
    <Page id="series" what={words.what}>
      {uncovered.length > 0 && (
        <Note tone="warn" className={styles['note']}>
          {words.uncovered(
            uncovered.map((procedure) => text.common.procedureShort[procedure]).join(', '),
            office.series[0]?.letter ?? '',
          )}
        </Note>
      )}
      {idle !== null && (
        <Note tone="warn" className={styles['note']}>
          {words.twoRests(idle.used, idle.idle.join(', '))}
        </Note>
      )}
      <ul>
        {office.series.map((one) => (
          <SeriesLine key={one.id} series={one} all={office.series} />
        ))}
      </ul>
      <Group>{words.add}</Group>
      <AddSeries all={office.series} />
      <p className={own['says']}>{words.letterStays}</p>
    </Page>
  );
}

function SeriesLine({ series, all }: { readonly series: Series; readonly all: readonly Series[] }) {
  const text = useText();
  const words = text.settings.series;
  const saving = useSaving('series.save');
  const [empty, setEmpty] = useState(false);
  const { letter, name, procedures } = series;
  const rename = (typed: string) => {
    const next = typed.trim();
    setEmpty(next === '');
    if (next !== '' && next !== name) void saving.run({ letter, name: next });
  };
  const takeFrom = (chosen: readonly (Procedure | typeof REST)[]) => {
    const named = chosen.filter((one) => one !== REST);
    const wantsRest = named.length === 0 || (chosen.includes(REST) && procedures.length > 0);
    const next = wantsRest ? [] : named;
    if (next.length > 0 || procedures.length > 0) void saving.run({ letter, name, procedures: next });
  };
  return (
    <li className={own['seriesLine']}>
      <span className={own['letter']} aria-hidden="true">
        {letter}
      </span>
      <div className={own['seriesBody']}>
        <div className={own['seriesHead']}>
          <TextField
            label={words.nameOf(letter)}
            showLabel={false}
            value={name}
            maxLength={80}
            error={empty ? text.settings.needed : undefined}
            onCommit={rename}
          />
          <span className={own['says']}>
            {words.first} <NumberText>{ticketNumber(letter, 1)}</NumberText>
          </span>
        </div>
        <div className={own['scope']}>
          <Toggles
            label={words.usedFor(letter)}
            options={[
              { value: REST, label: all.length === 1 ? words.restAlone : words.rest },
              ...PROCEDURES.map((value) => {
                const other = otherSeriesOf(value, letter, all);
                const note =
                  other === undefined || procedures.includes(value) ? undefined : words.takenBy(other);
                return { value, label: text.common.procedureShort[value], note };
              }),
            ]}
            chosen={procedures.length === 0 ? [REST] : procedures}
            onChange={takeFrom}
          />
        </div>
        <Refused saving={saving} />
      </div>
      <SavedWord saving={saving} />
    </li>
  );
}

function AddSeries({ all }: { readonly all: readonly Series[] }) {
  const text = useText();
  const words = text.settings.series;
  const free = freeLetters(all);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [empty, setEmpty] = useState(false);
  const saving = useSaving('series.save');
  const letter = chosen !== null && free.includes(chosen) ? chosen : (free[0] ?? null);
  if (letter === null) return null;
  const add = () => {
    setEmpty(name.trim() === '');
    if (name.trim() === '') return;
    void saving.run({ letter, name: name.trim() }).then((reply) => {
      if (reply.ok) setName('');
    });
  };
  const error = empty
    ? text.settings.needed
    : saving.problem === undefined
      ? undefined
      : problemText(saving.problem, text);
  return (
    <div className={own['addLine']}>
      <SelectField
        label={words.letter}
        showLabel={false}
        options={free.map((value) => ({ value, label: value }))}
        value={letter}
        onChange={setChosen}
      />
      <TextField
        label={words.newName}
        showLabel={false}
        placeholder={words.newName}
        value={name}
        maxLength={80}
        error={error}
        onType={(typed) => {
          setEmpty(false);
          setName(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
        }}
      />
      <Button icon={<IconPlus aria-hidden="true" />} isPending={saving.state === 'saving'} onClick={add}>
        {words.add}
      </Button>
      <SavedWord saving={saving} />
    </div>
  );
}
