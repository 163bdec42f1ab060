import type { DayStatus } from '#shared/contract/day.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import type { Health } from '#shared/contract/system.ts';
import { copyNeed } from '#shared/domain/backup/copy-need.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatInstant, formatNumber, formatTime } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { checkedPercent, isLongCheck } from '#renderer/frame/data-check.ts';
import type { Connection } from '#renderer/desk/live.ts';

/** One line of the morning: `good` and `plain` need nobody, the others say what to do. */
type MorningCheck = {
  readonly key: keyof Catalogue['morning']['check'];
  readonly tone: 'good' | 'plain' | 'warn' | 'bad';
  readonly says: string;
  /** The page of the settings where it is put right. */
  readonly page?: 'copies' | 'safety' | 'data';
};

/** Whether a line asks for nothing. */
export function isQuiet({ tone }: MorningCheck): boolean {
  return tone === 'good' || tone === 'plain';
}

export type MorningFacts = {
  readonly status: DayStatus;
  readonly health: Health;
  readonly office: Office;
  readonly connection: Connection;
  readonly copies: Output<'backup.status'>;
  readonly data: Output<'data.status'>;
  readonly now: string;
};

/** With less room than this the officer is asked to make some, long before a number cannot be stored. */
const LOW_MEGABYTES = 500;

/** What the desk knows of itself before the first citizen. */
export function morningChecks(facts: MorningFacts, text: Catalogue, language: Language): MorningCheck[] {
  const { status, health, office, connection, now } = facts;
  const words = text.morning;
  const { store } = health;
  const papers = text.firstRun.printing.papers;
  const broken = health.checks?.events.firstBroken ?? null;
  let data: MorningCheck =
    store.integrity !== 'ok'
      ? { key: 'data', page: 'data', tone: 'bad', says: words.dataBad(store.integrity) }
      : broken !== null
        ? {
            key: 'data',
            page: 'data',
            tone: 'bad',
            says: text.settings.data.chainIs.wrong(String(broken)),
          }
        : store.journalMode !== 'wal' || store.synchronous !== 2
          ? { key: 'data', tone: 'bad', says: words.dataSync }
          : store.lastWord === 'unreadable' || store.lastWord === 'failing'
            ? { key: 'data', tone: 'warn', says: text.settings.data.lastWordIs[store.lastWord] }
            : isLongCheck(health)
              ? {
                  key: 'data',
                  tone: 'plain',
                  says: text.settings.data.pagesAre.checking(checkedPercent(health)),
                }
              : { key: 'data', tone: 'good', says: words.dataGood };
  const megabytes = health.freeBytes === null ? null : Math.floor(health.freeBytes / 1_000_000);
  if (isQuiet(data) && megabytes !== null && megabytes < LOW_MEGABYTES)
    data = { key: 'data', tone: 'warn', says: text.settings.data.freeLow(String(megabytes)) };
  const active = office.counters.filter((counter) => counter.active);
  return [
    data,
    ...copiesCheck(facts, text, language),
    ...encryptionCheck(facts, text, language),
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
    // Whether a display is open somewhere the desk does not know.
    { key: 'wall', tone: 'plain', says: words.wallGood },
    office.settings.voice.on
      ? { key: 'voice', tone: 'good', says: words.voiceOn[office.settings.voice.where] }
      : { key: 'voice', tone: 'plain', says: words.voiceOff },
    connection === 'lost'
      ? { key: 'connection', tone: 'bad', says: words.notLive }
      : { key: 'connection', tone: 'good', says: words.live },
  ];
}

function dayBefore(status: DayStatus, words: Catalogue['morning'], language: Language): MorningCheck {
  const { open, last } = status;
  if (open !== null)
    return {
      key: 'yesterday',
      tone: 'warn',
      says: words.yesterdayOpen(formatDay(open.businessDay, language)),
    };
  if (last === null || last.closedAt === null)
    return { key: 'yesterday', tone: 'good', says: words.yesterdayNone };
  return {
    key: 'yesterday',
    tone: 'good',
    says: words.yesterdayClosed(
      formatDay(last.businessDay, language),
      formatTime(last.closedAt),
      last.version ?? 1,
    ),
  };
}

/** Asked for every morning until there is a second place; of a training desk nothing is kept. */
function copiesCheck(
  { copies, office, now }: MorningFacts,
  text: Catalogue,
  language: Language,
): MorningCheck[] {
  if (office.training) return [];
  const words = text.settings.copies;
  const need = copyNeed(copies, now);
  const age = copies.lastBackup === null ? '' : words.age(formatInstant(copies.lastBackup, language));
  if (need === 'good') return [{ key: 'copies', tone: 'good', says: age }];
  return [
    {
      key: 'copies',
      tone: need === 'old' ? 'bad' : 'warn',
      says: `${words.need[need]} ${age}`.trim(),
      page: 'copies',
    },
  ];
}

/** Whether what is kept is locked, and the paper that opens it was tried; of a training desk nothing is kept. */
function encryptionCheck(
  { data, office }: MorningFacts,
  text: Catalogue,
  language: Language,
): MorningCheck[] {
  if (office.training) return [];
  const key = 'encryption';
  const page = 'safety';
  const words = text.safety.page;
  if (!data.encrypted) return [{ key, tone: 'plain', says: `${words.off}. ${words.offSays}` }];
  if (!data.recoveryProven)
    return [{ key, page, tone: 'warn', says: `${words.notProven}. ${words.notProvenSays}` }];
  if (data.plainCopies > 0) {
    const left = words.plainCount(formatNumber(data.plainCopies, language));
    return [{ key, page, tone: 'warn', says: `${words.plain}: ${left}. ${words.plainSays('')}` }];
  }
  return [{ key, tone: 'good', says: text.safety.short.on }];
}
