import type { Output } from '#shared/contract/desk-contract.ts';
import type { Device } from '#shared/contract/lan.ts';
import { JOINED_KINDS, type JoinedKind } from '#shared/contract/lan-words.ts';
import type { Office } from '#shared/contract/office.ts';
import { formatStopwatch } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import { create } from 'zustand';
import { useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Group } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import own from './devices.module.css';

/** A code that this window asked for: nobody tells it a second time. */
type ShownCode = {
  readonly code: string;
  readonly until: string;
  readonly name: string;
  /** The devices there were before: whoever comes with it is a new one. */
  readonly known: readonly string[];
};

/** Kept while the window is open, so that a look at another page does not cost the code. */
const useShownCode = create<{ readonly shown: ShownCode | null }>()(() => ({ shown: null }));

type Open = Output<'lan.state'>['pairing'];
type CodePartProps = {
  readonly open: Open;
  readonly devices: readonly Device[];
  readonly office: Office;
};

const NO_COUNTER = '';

/** What the next PC is, the code it joins with, and what became of the latest code. */
export function CodePart({ open, devices, office }: CodePartProps) {
  const text = useText();
  const words = text.settings.devices;
  const starting = useSaving('pairing.start');
  const shown = useShownCode((state) => state.shown);
  const counters = office.counters.filter(({ active }) => active);
  const [kind, setKind] = useState<JoinedKind>('counter');
  const [counterId, setCounterId] = useState(counters[0]?.id ?? NO_COUNTER);
  const [typed, setTyped] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const counter = kind === 'counter' ? counters.find(({ id }) => id === counterId) : undefined;
  const name = (typed ?? counter?.name ?? words.kinds[kind]).trim();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name === '' || starting.state === 'saving') return;
    const known = devices.map(({ id }) => id);
    const wish = { kind, name, ...(counter === undefined ? {} : { counterId: counter.id }) };
    void starting.run(wish).then((reply) => {
      if (!reply.ok) return;
      setTyped(null);
      setTried(false);
      useShownCode.setState({ shown: { ...reply.value, name, known } });
    });
  };
  const refusal = starting.problem === undefined ? undefined : problemText(starting.problem, text);
  return (
    <>
      <Group>{words.newDevice}</Group>
      <Latest open={open} devices={devices} />
      <form onSubmit={submit} noValidate>
        <Row title={words.kind}>
          <Segmented
            label={words.kind}
            options={JOINED_KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
            value={kind}
            onChange={setKind}
          />
        </Row>
        {kind === 'counter' && (
          <Row title={words.counter}>
            <SelectField
              label={words.counter}
              showLabel={false}
              options={[
                ...counters.map((one) => ({ value: one.id, label: one.name })),
                { value: NO_COUNTER, label: words.noCounter },
              ]}
              value={counterId}
              onChange={setCounterId}
            />
          </Row>
        )}
        <Row title={words.name} hint={words.nameHint}>
          <TextField
            label={words.name}
            showLabel={false}
            maxLength={60}
            value={typed ?? counter?.name ?? words.kinds[kind]}
            error={isTried && name === '' ? words.needed : refusal}
            onType={setTyped}
          />
        </Row>
        <div className={styles['actions']}>
          <Button
            type="submit"
            variant={open === null ? 'primary' : 'plain'}
            isPending={starting.state === 'saving'}
          >
            {open === null || shown === null ? words.start : words.startAgain}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The code that is open, big; or what became of the latest one. */
function Latest({ open, devices }: { readonly open: Open; readonly devices: readonly Device[] }) {
  const words = useText().settings.devices;
  const shown = useShownCode((state) => state.shown);
  const ending = useSaving('pairing.end');
  const now = useNow(1000);
  const stop = () =>
    void ending.run({}).then((reply) => {
      if (reply.ok) useShownCode.setState({ shown: null });
    });
  if (open !== null && open.until !== shown?.until)
    return (
      <Note
        className={styles['note']}
        action={
          <Button size="small" onClick={stop}>
            {words.stop}
          </Button>
        }
      >
        {words.codeElsewhere(open.name)}
      </Note>
    );
  if (shown === null) return null;
  if (open === null) {
    const joined = devices.find(
      ({ id, name, kind }) => kind !== 'desk' && name === shown.name && !shown.known.includes(id),
    );
    return joined === undefined ? (
      <Note className={styles['note']} announce>
        {words.codeOver}
      </Note>
    ) : (
      <Note tone="good" className={styles['note']} announce>
        {words.joined(joined.name)}
      </Note>
    );
  }
  return (
    <section className={own['code']} aria-label={words.codeFor(open.name)}>
      <p className={styles['says']}>
        {words.code}: <strong>{open.name}</strong>
      </p>
      <p className={own['signs']}>
        {shown.code.split('-').map((group) => (
          <NumberText key={group} className={own['group']}>
            {group}
          </NumberText>
        ))}
      </p>
      <div className={own['left']}>
        <strong>
          <NumberText>{words.left(formatStopwatch(Math.max(0, Date.parse(open.until) - now)))}</NumberText>
        </strong>
        <span>{words.tries(open.triesLeft)}</span>
        <span className={styles['says']}>{words.codeHint}</span>
        <Button size="small" isPending={ending.state === 'saving'} onClick={stop}>
          {words.stop}
        </Button>
      </div>
    </section>
  );
}
