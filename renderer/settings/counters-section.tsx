import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Counter, Office } from '#shared/contract/office.ts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange, type OfficeChange } from './use-office-change.ts';

export function CountersSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const changes = useOfficeChange();
  const [draft, setDraft] = useState('');
  const add = async () => {
    const name = draft.trim();
    if (name !== '' && (await changes.addCounter({ name }, text.counterAdded(name)))) setDraft('');
  };
  return (
    <Section title={text.counters} hint={text.countersHint} saying={changes.saying}>
      <ul className={styles['rows']}>
        {office.counters.map((counter, index) => (
          <CounterRow key={counter.id} counter={counter} place={index + 1} office={office} changes={changes} />
        ))}
      </ul>
      <div className={styles['line']}>
        <TextField
          label={text.newCounter}
          value={draft}
          onType={setDraft}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
          }}
        />
        <Button className={styles['besideLabel']} icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => void add()}>
          {text.addCounter}
        </Button>
      </div>
    </Section>
  );
}

type CounterRowProps = { readonly counter: Counter; readonly place: number; readonly office: Office; readonly changes: OfficeChange };

function CounterRow({ counter, place, office, changes }: CounterRowProps) {
  const text = useText().settings;
  const letters = office.series.map((series) => series.letter);
  const setActive = (active: boolean) => {
    const others = office.counters.some((other) => other.active && other.id !== counter.id);
    if (!active && !others) return changes.refuse(text.lastCounter);
    void changes.updateCounter({ counterId: counter.id, active }, active ? text.counterOn(counter.name) : text.counterOff(counter.name));
  };
  const setSeries = (series: string[]) => void changes.updateCounter({ counterId: counter.id, series }, `${counter.name}, ${text.counterSeries}`);
  return (
    <li className={styles['row']}>
      <TextField
        label={text.counterName(place)}
        showLabel={false}
        value={counter.name}
        onCommit={(name) => void changes.updateCounter({ counterId: counter.id, name }, text.counterName(place))}
      />
      {letters.length < 2 ? null : (
        <fieldset className={styles['letters']}>
          <legend className={styles['hiddenLabel']}>{`${counter.name}: ${text.counterSeries}`}</legend>
          <CheckField label={text.everySeries} checked={counter.series.length === 0} onChange={() => setSeries([])} />
          {letters.map((letter) => (
            <CheckField
              key={letter}
              label={<span aria-label={text.seriesOf(counter.name, letter)}>{letter}</span>}
              checked={counter.series.includes(letter)}
              onChange={(checked) => setSeries(letters.filter((one) => (one === letter ? checked : counter.series.includes(one))))}
            />
          ))}
        </fieldset>
      )}
      <CheckField label={<span aria-label={text.counterActiveOf(counter.name)}>{text.counterActive}</span>} checked={counter.active} onChange={setActive} />
    </li>
  );
}
