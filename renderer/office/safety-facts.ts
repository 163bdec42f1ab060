import type { Output } from '#shared/contract/desk-contract.ts';
import type { Health } from '#shared/contract/system.ts';
import { isCopyOld } from '#shared/domain/backup/copy-need.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatInstant, formatNumber } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';

type SafetyAct = 'encrypt' | 'passphrase' | 'renew' | 'copies' | 'personal' | 'data';

/** One thing that is kept safe: how it stands, and what may be done. */
export type SafetyFact = {
  readonly key: 'copy' | 'place' | 'encryption' | 'recovery' | 'plain' | 'persons' | 'journal' | 'free';
  readonly tone: 'good' | 'plain' | 'warn';
  /** The answer, in bold. */
  readonly is: string;
  readonly says?: string;
  readonly acts: readonly SafetyAct[];
};

type Known = {
  readonly data: Output<'data.status'>;
  readonly copies: Output<'backup.status'>;
  readonly health: Health;
  readonly now: string;
};

/** With less room than this the officer is asked to make some. */
const LOW_BYTES = 500_000_000;

/** What the page of the safety of data tells, line by line. */
export function safetyFacts(known: Known, text: Catalogue, language: Language): SafetyFact[] {
  const words = text.safety.page;
  const { data, health } = known;
  const { checks } = health;
  const wrong = health.store.integrity !== 'ok' || checks?.events.firstBroken != null;
  const count = (value: number) => formatNumber(value, language);
  return [
    ...copyFacts(known, text, language),
    ...encryptionFacts(known, text, language),
    {
      key: 'persons',
      tone: 'good',
      is: data.purgeDue > 0 ? words.personsDue(count(data.purgeDue)) : words.personsNone(count(data.people)),
      acts: ['personal'],
    },
    {
      key: 'journal',
      tone: wrong ? 'warn' : checks?.events.state === 'checking' ? 'plain' : 'good',
      is: wrong
        ? words.journalWrong
        : checks?.events.state === 'checking'
          ? words.journalChecking
          : words.journalWhole,
      acts: ['data'],
    },
    ...(data.freeBytes === null
      ? []
      : ([
          {
            key: 'free',
            tone: data.freeBytes < LOW_BYTES ? 'warn' : 'good',
            is: text.settings.data.freeIs(count(Math.floor(data.freeBytes / 1_000_000))),
            acts: [],
          },
        ] as const)),
  ];
}

function copyFacts({ copies, now }: Known, text: Catalogue, language: Language): SafetyFact[] {
  const words = text.safety.page;
  const outside = copies.places.filter((place) => place.outside);
  const good = outside.filter(({ trouble }) => trouble === null || trouble === 'slow');
  const { lastBackup } = copies;
  return [
    {
      key: 'copy',
      tone: lastBackup === null || isCopyOld(lastBackup, now) ? 'warn' : 'good',
      is: lastBackup === null ? words.copyNone : words.copyIs(formatInstant(lastBackup, language)),
      acts: ['copies'],
    },
    {
      key: 'place',
      tone: outside.length > 0 && good.length === outside.length ? 'good' : 'warn',
      is: outside.length === 0 ? words.placeNone : words.places(good.length, outside.length),
      acts: ['copies'],
    },
  ];
}

function encryptionFacts({ data, copies }: Known, text: Catalogue, language: Language): SafetyFact[] {
  const words = text.safety.page;
  if (!data.encrypted)
    return [{ key: 'encryption', tone: 'warn', is: words.off, says: words.offSays, acts: ['encrypt'] }];
  return [
    {
      key: 'encryption',
      tone: 'good',
      is: words.on,
      says: data.systemKey ? words.onSystem : words.onPassphrase,
      acts: ['passphrase'],
    },
    data.recoveryProven
      ? { key: 'recovery', tone: 'good', is: words.proven, acts: ['renew'] }
      : {
          key: 'recovery',
          tone: 'warn',
          is: words.notProven,
          says: words.notProvenSays,
          acts: ['renew'],
        },
    ...(data.plainCopies === 0
      ? []
      : ([
          {
            key: 'plain',
            tone: 'warn',
            is: words.plainCount(formatNumber(data.plainCopies, language)),
            says: words.plainSays(
              copies.places
                .filter(({ plain }) => plain > 0)
                .map(({ folder }) => folder)
                .join(', '),
            ),
            acts: ['copies'],
          },
        ] as const)),
  ];
}
