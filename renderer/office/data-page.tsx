import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { Health } from '#shared/contract/system.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconCircleCheckFilled, IconCircleXFilled, IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { switchTraining } from '#renderer/desk/address.ts';
import { useDesk, useDeskStart } from '#renderer/desk/desk-context.ts';
import { checkedPercent, isDataWrong } from '#renderer/frame/data-check.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { useShownPage } from '#renderer/settings/shown-page.ts';
import { ShowInFolder } from '#renderer/frame/pc-folder.tsx';
import styles from '#renderer/settings/settings.module.css';
import own from './data-page.module.css';

/** SQLite's level at which a commit is on the disk before it is acknowledged. */
const FULL = 2;

/** Where the data is and whether it can be trusted. */
export function DataPage() {
  const text = useText();
  const words = text.settings.data;
  const language = useLanguage();
  const health = useDeskQuery('system.health', {}, { everyMs: 3_000 }).value;
  const lastEvent = useLive((live) => live.lastEvent)?.number ?? 0;
  const { training } = useDeskStart();
  if (health === undefined) return null;
  const { store } = health;
  return (
    <Page id="data" what={words.what}>
      {isDataWrong(health) && <Damaged />}
      <Facts>
        <Fact
          name={words.folder}
          end={
            <>
              <CopyButton value={health.dataFolder} label={words.copy} done={words.copied} />
              <ShowInFolder path={health.dataFolder} />
            </>
          }
        >
          <span className={styles['path']}>{health.dataFolder}</span>
        </Fact>
        <Fact name={words.integrity}>
          <Truth good={store.integrity === 'ok'}>
            {store.integrity === 'ok' ? words.whole : words.broken(store.integrity)}
          </Truth>
        </Fact>
        <Fact name={words.synchronous}>
          <Truth good={store.synchronous === FULL}>
            {store.synchronous === FULL ? words.full : words.notFull(store.synchronous)}
          </Truth>
        </Fact>
        {health.checks !== null && <CheckFacts checks={health.checks} percent={checkedPercent(health)} />}
        <Fact name={words.lastWord}>
          <Truth good={store.lastWord === 'kept' || store.lastWord === 'began'}>
            {words.lastWordIs[store.lastWord]}
          </Truth>
        </Fact>
        {health.freeBytes !== null && (
          <Fact name={words.free}>
            {words.freeIs(formatNumber(Math.floor(health.freeBytes / 1_000_000), language))}
          </Fact>
        )}
        <Fact name={words.events}>
          <NumberText>{formatNumber(Math.max(lastEvent, health.lastEvent), language)}</NumberText>
        </Fact>
        <Fact name={words.version}>
          {health.version}
          <span className={styles['says']}>{health.electron ? words.inElectron : words.inBrowser}</span>
        </Fact>
      </Facts>
      <Group>{words.chain}</Group>
      <p className={styles['says']}>{words.chainHint}</p>
      <ChainCheck />
      <Group>{words.training}</Group>
      <p className={styles['says']}>{words.trainingHint}</p>
      <div className={styles['actions']}>
        <Button onClick={() => switchTraining(!training)}>
          {training ? text.frame.leaveTraining : text.frame.enterTraining}
        </Button>
      </div>
    </Page>
  );
}

/** What was found damaged, and the way to what helps. */
function Damaged() {
  const text = useText();
  const words = text.settings.data.damaged;
  const showPage = useShownPage((state) => state.show);
  return (
    <Note
      tone="bad"
      title={words.title}
      className={styles['note']}
      action={
        <Button onClick={() => showPage('copies')}>
          {text.settings.openPage(text.settings.pages.copies.name)}
        </Button>
      }
    >
      <p>{words.what}</p>
      <ol className={own['steps']}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Note>
  );
}

/** What the desk compares by itself, and how far it has come. */
function CheckFacts({
  checks,
  percent,
}: {
  readonly checks: NonNullable<Health['checks']>;
  readonly percent: number;
}) {
  const words = useText().settings.data;
  const language = useLanguage();
  const { pages, events } = checks;
  return (
    <>
      <Fact name={words.pages}>
        <Truth good={pages.state !== 'wrong'}>
          {pages.state === 'checking'
            ? words.pagesAre.checking(percent)
            : pages.state === 'done'
              ? words.pagesAre.done(pages.learned === pages.total)
              : words.pagesAre.wrong(pages.wrong)}
        </Truth>
      </Fact>
      <Fact name={words.chain}>
        <Truth good={events.state !== 'wrong'}>
          {words.chainIs[events.state](formatNumber(events.firstBroken ?? events.checked, language))}
        </Truth>
      </Fact>
    </>
  );
}

function Truth({ good, children }: { readonly good: boolean; readonly children: ReactNode }) {
  const Icon = good ? IconCircleCheckFilled : IconCircleXFilled;
  return (
    <span className={own[good ? 'true' : 'untrue']}>
      <Icon size={16} aria-hidden="true" />
      {children}
    </span>
  );
}

type ChainReply = DeskReply<Output<'system.verify-events'>>;

/** Counts the event chain again and says what came of it. */
function ChainCheck() {
  const words = useText().settings.data;
  const desk = useDesk();
  const [checking, setChecking] = useState(false);
  const [reply, setReply] = useState<ChainReply | null>(null);
  const check = async () => {
    setChecking(true);
    setReply(null);
    setReply(await desk.call('system.verify-events', {}));
    setChecking(false);
  };
  return (
    <div className={styles['actions']}>
      <Button icon={<IconShieldCheck aria-hidden="true" />} isPending={checking} onClick={() => void check()}>
        {checking ? words.verifying : words.verify}
      </Button>
      {reply !== null && <ChainResult reply={reply} />}
    </div>
  );
}

function ChainResult({ reply }: { readonly reply: ChainReply }) {
  const text = useText();
  const words = text.settings.data;
  const language = useLanguage();
  if (!reply.ok) {
    return <ProblemNote problem={reply.problem} />;
  }
  const { events, firstBroken } = reply.value;
  return (
    <Note tone={firstBroken === null ? 'good' : 'bad'} announce>
      {firstBroken === null
        ? words.verified(formatNumber(events, language))
        : words.verifiedBroken(formatNumber(firstBroken, language))}
    </Note>
  );
}
