import { switchTraining } from '#renderer/desk/address.ts';
import { useDesk, useDeskStart } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Health } from '#shared/contract/system.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Group, Section } from './section.tsx';
import styles from './settings.module.css';
import type { Saying } from './use-office-change.ts';

/** Where the data is and whether it is sound, told by the desk itself. */
export function MachineSection() {
  const text = useText();
  const health = useDeskQuery('system.health', {});
  const { training } = useDeskStart();
  return (
    <Section title={text.settings.machine} hint={text.settings.machineHint}>
      {health.problem === undefined ? null : <Note tone="bad">{problemText(health.problem, text)}</Note>}
      {health.value === undefined ? null : <Facts health={health.value} />}
      <EventCheck />
      <Group title={text.settings.training} hint={text.settings.trainingHint}>
        <div>
          <Button onClick={() => switchTraining(!training)}>{training ? text.settings.leaveTraining : text.settings.enterTraining}</Button>
        </div>
      </Group>
    </Section>
  );
}

/** What the store must say about writing: then an acknowledged step survives a power cut. */
const SYNCHRONOUS_FULL = 2;

function Facts({ health }: { readonly health: Health }) {
  const text = useText().settings;
  const language = useLanguage();
  const { journalMode, synchronous, integrity } = health.store;
  const isDurable = journalMode === 'wal' && synchronous === SYNCHRONOUS_FULL;
  const facts: readonly (readonly [label: string, value: string, isBad?: boolean])[] = [
    [text.dataFolder, health.dataFolder],
    [text.durability, isDurable ? text.durabilityFull : text.durabilityOther(journalMode, synchronous), !isDurable],
    [text.integrity, integrity === 'ok' ? text.integrityOk : text.integrityBad(integrity), integrity !== 'ok'],
    [text.lastEvent, text.events(formatNumber(health.lastEvent, language))],
    [text.version, health.version],
    [text.schema, String(health.schema)],
    [text.shell, health.electron ? text.shellElectron : text.shellBrowser],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value, isBad]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isBad ? styles['bad'] : undefined}>
            <NumberText>{value}</NumberText>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EventCheck() {
  const text = useText();
  const language = useLanguage();
  const desk = useDesk();
  const [isPending, setPending] = useState(false);
  const [saying, setSaying] = useState<Saying | null>(null);
  const count = (value: number) => formatNumber(value, language);
  const check = async () => {
    setPending(true);
    const reply = await desk.call('system.verify-events', {});
    setPending(false);
    if (!reply.ok) return setSaying({ tone: 'bad', words: problemText(reply.problem, text) });
    const { events, firstBroken } = reply.value;
    setSaying(
      firstBroken === null
        ? { tone: 'good', words: text.settings.verified(count(events)) }
        : { tone: 'bad', words: text.settings.broken(count(firstBroken)) },
    );
  };
  return (
    <div className={styles['group']}>
      <div>
        <Button icon={<IconShieldCheck size={16} aria-hidden="true" />} isPending={isPending} onClick={() => void check()}>
          {isPending ? text.settings.verifying : text.settings.verify}
        </Button>
      </div>
      <div role="status">{saying === null ? null : <Note tone={saying.tone}>{saying.words}</Note>}</div>
    </div>
  );
}
