import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import type { Health } from '#shared/contract/system.ts';
import { formatDay, formatTime } from '#shared/text/format.ts';
import type { Language } from '#shared/text/catalogue.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconAlertTriangle, IconCheck, IconCircleCheckFilled, IconExternalLink } from '@tabler/icons-react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useLive, type Connection } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Note } from '#renderer/ui/note.tsx';
import styles from './morning.module.css';

/** One line of the morning: `good` needs nobody, the others say what to do. */
export type MorningCheck = {
  readonly key: keyof Catalogue['morning']['check'];
  readonly tone: 'good' | 'warn' | 'bad';
  readonly says: string;
};

export type MorningFacts = {
  readonly status: DayStatus;
  readonly health: Health;
  readonly office: Office;
  readonly connection: Connection;
  readonly now: string;
};

/** What the desk knows of itself before the first citizen. */
export function morningChecks(facts: MorningFacts, text: Catalogue, language: Language): MorningCheck[] {
  const { status, health, office, connection, now } = facts;
  const words = text.morning;
  const { store } = health;
  const papers = text.firstRun.printing.papers;
  const data: MorningCheck =
    store.integrity !== 'ok'
      ? { key: 'data', tone: 'bad', says: words.dataBad(store.integrity) }
      : store.journalMode !== 'wal' || store.synchronous !== 2
        ? { key: 'data', tone: 'bad', says: words.dataSync }
        : { key: 'data', tone: 'good', says: words.dataGood };
  const active = office.counters.filter((counter) => counter.active);
  return [
    data,
    dayBefore(status, words, language),
    status.clockJumpMinutes === null
      ? { key: 'clock', tone: 'good', says: `${words.clockShows(formatTime(now))}. ${words.clockGood}` }
      : { key: 'clock', tone: 'warn', says: words.clockJumped(status.clockJumpMinutes) },
    active.length === 0
      ? { key: 'counters', tone: 'warn', says: words.noCounter }
      : { key: 'counters', tone: 'good', says: active.map((counter) => counter.name).join(', ') },
    {
      key: 'printing',
      tone: 'good',
      says:
        office.settings.printing === 'none'
          ? words.printNone
          : words.printDialog(papers[office.settings.numberPaper], papers[office.settings.guidancePaper]),
    },
    { key: 'wall', tone: 'good', says: words.wallGood },
    connection === 'lost' ? { key: 'connection', tone: 'bad', says: words.notLive } : { key: 'connection', tone: 'good', says: words.live },
  ];
}

function dayBefore(status: DayStatus, words: Catalogue['morning'], language: Language): MorningCheck {
  const { open, last } = status;
  if (open !== null) return { key: 'yesterday', tone: 'warn', says: words.yesterdayOpen(formatDay(open.businessDay, language)) };
  if (last === null || last.closedAt === null) return { key: 'yesterday', tone: 'good', says: words.yesterdayNone };
  return {
    key: 'yesterday',
    tone: 'good',
    says: words.yesterdayClosed(formatDay(last.businessDay, language), formatTime(last.closedAt), last.version ?? 1),
  };
}

export function MorningChecks({ status, office }: { readonly status: DayStatus | undefined; readonly office: Office | undefined }) {
  const text = useText();
  const language = useLanguage();
  const health = useDeskQuery('system.health', {}).value;
  const connection = useLive((live) => live.connection);
  const words = text.morning;
  if (status === undefined || office === undefined || health === undefined) {
    return (
      <section className={styles['health']} aria-busy="true">
        <p className={styles['greeting']}>{words.loading}</p>
      </section>
    );
  }
  const checks = morningChecks({ status, health, office, connection, now: new Date().toISOString() }, text, language);
  const toDo = checks.filter((check) => check.tone !== 'good');
  const good = checks.filter((check) => check.tone === 'good');
  return (
    <section className={styles['health']} aria-labelledby="morning-checks">
      <div className={styles['healthHead']}>
        <h2 id="morning-checks">{words.checks}</h2>
        <span className={styles['counts']}>
          {toDo.length > 0 && (
            <Chip tone="warn" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}>
              {words.toDo(toDo.length)}
            </Chip>
          )}
          <Chip tone="good" icon={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}>
            {words.good(good.length)}
          </Chip>
        </span>
      </div>
      {toDo.length > 0 && (
        <div className={styles['toDo']}>
          {toDo.map((check) => (
            <Note key={check.key} tone={check.tone} title={words.check[check.key]} announce={check.tone === 'bad'}>
              {check.says}
            </Note>
          ))}
        </div>
      )}
      <ul className={styles['checks']}>
        {good.map((check) => (
          <li key={check.key}>
            <IconCircleCheckFilled size={18} className={styles['tick']} aria-hidden="true" />
            <span className={styles['name']}>{words.check[check.key]}</span>
            <span className={styles['value']}>{check.says}</span>
            {check.key === 'wall' && (
              <a href={wallAddress()} target="_blank" rel="noreferrer" className={styles['wallLink']}>
                {words.wallOpen}
                <IconExternalLink size={14} stroke={1.75} aria-hidden="true" />
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['folder']}>
        {words.folder}: <span>{health.dataFolder}</span>
      </p>
    </section>
  );
}

/** The wall on this desk: the same address with the same key, so that it also opens on the training desk. */
function wallAddress(): string {
  return `./display.html${location.hash}`;
}
