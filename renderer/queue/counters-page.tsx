import type { Counter, Office, Series } from '#shared/contract/office.ts';
import { COUNTER_WORDS, counterWord, nextCounterName } from '#shared/domain/office/counter-word.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { join } from '#renderer/ui/join.ts';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { uncalledSeries } from './coverage.ts';
import { AddLine } from '#renderer/settings/add-line.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { Refused, Row, SavedWord, Switch, SwitchRow, Toggles } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './queue-pages.module.css';
import { useOfficeSetting, useSaving } from '#renderer/desk/use-saving.ts';

const MOST_COUNTERS = 30;

export function CountersPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.counters;
  const { counters, series } = office;
  const adding = useSaving('counter.add');
  const sound = useOfficeSetting(office, 'queueSound');
  const uncalled = uncalledSeries(counters, series);
  return (
    <Page id="counters" what={words.what}>
      {counters.every((counter) => !counter.active) && (
        <Note tone="warn" className={styles['note']}>
          {words.noneActive}
        </Note>
      )}
      {uncalled.length > 0 && (
        <Note tone="warn" className={styles['note']}>
          {words.uncalled(uncalled.join(', '))}
        </Note>
      )}
      <ul>
        {counters.map((counter, place) => (
          <CounterLine key={counter.id} counter={counter} place={place + 1} series={series} />
        ))}
      </ul>
      {counters.length < MOST_COUNTERS && (
        <AddLine
          label={words.newName}
          proposed={nextCounterName(counters.map(({ name }) => name))}
          add={words.add}
          maxLength={40}
          saving={adding}
          onAdd={(name) => adding.run({ name })}
        />
      )}
      <p className={own['says']}>{words.offHint}</p>
      <CounterWordRow counters={counters} />
      <OwnCounter counters={counters} />
      <SwitchRow
        label={words.sound}
        hint={words.soundHint}
        on={sound.value}
        onChange={sound.save}
        saving={sound.saving}
      />
    </Page>
  );
}

/** The word that stands before the number of each counter, and so on the wall, in the voice, on slips and in the report. */
function CounterWordRow({ counters }: { readonly counters: readonly Counter[] }) {
  const text = useText();
  const words = text.settings.counters;
  const { run, ...saving } = useSaving('counter.set-word');
  return (
    <Row title={words.word} hint={words.wordHint} saving={saving}>
      <Segmented
        label={words.word}
        options={COUNTER_WORDS.map((word) => ({ value: word, label: text.common.counterWord[word] }))}
        value={counterWord(counters.map(({ name }) => name))}
        onChange={(word) => void run({ word })}
      />
    </Row>
  );
}

const AT_RECEPTION = 'reception';

/** Where this PC stands; a setting of the PC and not of the office. */
function OwnCounter({ counters }: { readonly counters: readonly Counter[] }) {
  const text = useText();
  const words = text.settings.counters;
  const device = useDeskQuery('device.settings', {}).value;
  const { run, ...saving } = useSaving('device.set-settings');
  if (device === undefined) return null;
  return (
    <Row title={words.ownCounter} hint={words.ownCounterHint} saving={saving}>
      <SelectField
        label={words.ownCounter}
        showLabel={false}
        options={[
          { value: AT_RECEPTION, label: text.frame.reception },
          ...counters.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={device.counterId ?? AT_RECEPTION}
        onChange={(value) => void run({ counterId: value === AT_RECEPTION ? null : value })}
      />
    </Row>
  );
}

type CounterLineProps = {
  readonly counter: Counter;
  readonly place: number;
  readonly series: readonly Series[];
};

function CounterLine({ counter, place, series }: CounterLineProps) {
  const text = useText();
  const words = text.settings.counters;
  const naming = useSaving('counter.update');
  const changing = useSaving('counter.update');
  const [empty, setEmpty] = useState(false);
  const rename = (typed: string) => {
    const name = typed.trim();
    setEmpty(name === '');
    if (name !== '' && name !== counter.name) void naming.run({ counterId: counter.id, name });
  };
  const letters = series.map(({ letter }) => letter);
  /** All of them is written as none named, so that a series added later is called too. */
  const callFrom = (chosen: readonly string[]) => {
    if (chosen.length === 0) return;
    void changing.run({ counterId: counter.id, series: chosen.length === letters.length ? [] : [...chosen] });
  };
  const error = empty
    ? text.settings.needed
    : naming.problem === undefined
      ? undefined
      : problemText(naming.problem, text);
  return (
    <li className={join(own['line'], !counter.active && own['off'])}>
      <NumberText aria-hidden="true">{place}</NumberText>
      <TextField
        label={words.nameOf(place)}
        showLabel={false}
        value={counter.name}
        maxLength={40}
        error={error}
        onCommit={rename}
      />
      <div className={own['scope']}>
        {series.length > 1 && (
          <Toggles
            label={words.calls(counter.name)}
            options={letters.map((letter) => ({ value: letter, label: letter }))}
            chosen={counter.series.length === 0 ? letters : counter.series}
            onChange={callFrom}
          />
        )}
        <span className={own['says']}>
          {counter.series.length === 0 ? words.allSeries : words.onlySeries(counter.series.join(', '))}
        </span>
      </div>
      <div className={own['state']}>
        <Switch
          label={counter.active ? words.on : words.off}
          name={words.active(counter.name)}
          on={counter.active}
          onChange={(active) => void changing.run({ counterId: counter.id, active })}
        />
      </div>
      <SavedWord saving={naming.state === 'still' ? changing : naming} />
      {changing.problem !== undefined && (
        <div className={own['full']}>
          <Refused saving={changing} />
        </div>
      )}
    </li>
  );
}
