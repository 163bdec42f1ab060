import { expect, test } from 'vitest';
import { safetyFacts } from '#renderer/office/safety-facts.ts';
import { passphraseFault } from '#renderer/safety/secret-entry.tsx';
import { keyGroups } from '#renderer/safety/recovery-sheet.tsx';
import { formatInstant } from '#shared/text/format.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const text = catalogue('vi');
const desk = openTestDesk({ day: null });
const now = desk.clock.now();
const plain = desk.call('data.status', {});
const place = {
  folder: 'E:\\BanSao',
  outside: true,
  sameDisk: false,
  newest: now,
  copies: 1,
  plain: 0,
  trouble: null,
  freeBytes: null,
};

const health = desk.call('system.health', {});
type Known = Parameters<typeof safetyFacts>[0];

function facts(data: Partial<Known['data']>, copies: Partial<Known['copies']> = {}, more = health) {
  const known = {
    data: { ...plain, ...data },
    copies: { lastBackup: now, places: [place], ...copies },
    health: more,
    now,
  };
  return safetyFacts(known, text, 'vi');
}

const toDo = (...of: Parameters<typeof facts>): string[] =>
  facts(...of).flatMap(({ key, tone, acts }) => (tone === 'warn' ? [`${key}: ${acts.join()}`] : []));

/** What the page says of one thing, and in which colour. */
function line(key: ReturnType<typeof facts>[number]['key'], ...of: Parameters<typeof facts>): string[] {
  return facts(...of)
    .filter((fact) => fact.key === key)
    .map(({ tone, is, says = '' }) => `${tone}: ${is} | ${says}`);
}

test('the page of safety asks for what is missing, and for nothing else', () => {
  const whole = { encrypted: true, cipher: 'aegis', recoveryProven: true } as const;
  expect(toDo(whole)).toEqual([]);
  expect(toDo({})).toEqual(['encryption: encrypt']);
  expect(toDo({ ...whole, recoveryProven: false, plainCopies: 2 })).toEqual([
    'recovery: renew',
    'plain: copies',
  ]);
  expect(toDo(whole, { places: [] })).toEqual(['place: copies']);
});

test('of the copies it says when the newest was made, and how many places outside take new ones', () => {
  const words = text.safety.page;
  const passed = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
  const day = 24 * 60 * 60_000;
  const ofCopy = (lastBackup: string | null) => line('copy', {}, { lastBackup });
  expect(ofCopy(passed(day))).toEqual([`good: ${words.copyIs(formatInstant(passed(day), 'vi'))} | `]);
  expect(ofCopy(passed(day + 1))).toEqual([`warn: ${words.copyIs(formatInstant(passed(day + 1), 'vi'))} | `]);
  expect(ofCopy(null)).toEqual([`warn: ${words.copyNone} | `]);

  const inside = { ...place, outside: false, trouble: 'gone' as const };
  const [slow, gone] = [
    { ...place, trouble: 'slow' as const },
    { ...place, trouble: 'gone' as const },
  ];
  const ofPlaces = (places: Known['copies']['places']) => line('place', {}, { places });
  expect(ofPlaces([inside])).toEqual([`warn: ${words.placeNone} | `]);
  expect(ofPlaces([inside, place, slow])).toEqual([`good: ${words.places(2, 2)} | `]);
  expect(ofPlaces([gone, place])).toEqual([`warn: ${words.places(1, 2)} | `]);
});

test('of the encryption it says who opens the data, whether the key on paper was tried, and where plain copies lie', () => {
  const words = text.safety.page;
  const encrypted = { encrypted: true, cipher: 'aegis' } as const;
  expect(line('encryption', {})).toEqual([`warn: ${words.off} | ${words.offSays}`]);
  expect(line('encryption', { ...encrypted, systemKey: true })).toEqual([
    `good: ${words.on} | ${words.onSystem}`,
  ]);
  expect(line('encryption', { ...encrypted, systemKey: false })).toEqual([
    `good: ${words.on} | ${words.onPassphrase}`,
  ]);
  expect(line('recovery', { ...encrypted, recoveryProven: true })).toEqual([`good: ${words.proven} | `]);
  expect(line('recovery', { ...encrypted, recoveryProven: false })).toEqual([
    `warn: ${words.notProven} | ${words.notProvenSays}`,
  ]);
  expect(line('plain', { ...encrypted, plainCopies: 0 })).toEqual([]);
  const places = [place, { ...place, folder: 'F:\\', plain: 1 }, { ...place, folder: 'G:\\', plain: 2 }];
  expect(line('plain', { ...encrypted, plainCopies: 3 }, { places })).toEqual([
    `warn: ${words.plainCount('3')} | ${words.plainSays('F:\\, G:\\')}`,
  ]);
});

test('of people, journal and disk it says what is due, what is wrong and how much room there is', () => {
  const words = text.safety.page;
  expect(line('persons', { people: 12, purgeDue: 0 })).toEqual([`good: ${words.personsNone('12')} | `]);
  expect(line('persons', { people: 12, purgeDue: 1 })).toEqual([`good: ${words.personsDue('1')} | `]);

  const ofJournal = (state: 'checking' | 'done', firstBroken: number | null, integrity = 'ok') =>
    line(
      'journal',
      {},
      {},
      {
        ...health,
        store: { ...health.store, integrity },
        checks: {
          pages: { state: 'done', checked: 9, total: 9, learned: 0, wrong: 0 },
          events: { state, checked: 1, firstBroken },
        },
      },
    );
  expect(ofJournal('done', null)).toEqual([`good: ${words.journalWhole} | `]);
  expect(ofJournal('checking', null)).toEqual([`plain: ${words.journalChecking} | `]);
  expect(ofJournal('checking', 7)).toEqual([`warn: ${words.journalWrong} | `]);
  expect(ofJournal('done', null, 'failed')).toEqual([`warn: ${words.journalWrong} | `]);

  const free = (freeBytes: number | null) => line('free', { freeBytes });
  expect(free(null)).toEqual([]);
  expect(free(500_000_000)).toEqual([`good: ${text.settings.data.freeIs('500')} | `]);
  expect(free(499_999_999)).toEqual([`warn: ${text.settings.data.freeIs('499')} | `]);
});

test('a passphrase is long enough and typed twice alike, however its marks are composed', () => {
  const composed = 'sen trắng'.normalize('NFC');
  expect(passphraseFault({ first: 'sen', again: 'sen' })).toBe('tooShort');
  expect(passphraseFault({ first: composed, again: 'sen trang' })).toBe('notSame');
  expect(passphraseFault({ first: composed, again: composed.normalize('NFD') })).toBeNull();
});

test('a recovery key stands in groups of four, however it came', () => {
  expect(keyGroups('K7QM-2F9X tb4w')).toEqual(['K7QM', '2F9X', 'tb4w']);
});
