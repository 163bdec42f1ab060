import { expect, test } from 'vitest';
import { safetyFacts } from '#renderer/office/safety-facts.ts';
import { passphraseFault } from '#renderer/safety/secret-entry.tsx';
import { keyGroups } from '#renderer/safety/recovery-sheet.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
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

function toDo(data: Partial<Output<'data.status'>>, outside = [place]): string[] {
  const known = {
    data: { ...plain, ...data },
    copies: { lastBackup: now, places: outside },
    health: desk.call('system.health', {}),
    now,
  };
  return safetyFacts(known, text, 'vi').flatMap(({ key, tone, acts }) =>
    tone === 'warn' ? [`${key}: ${acts.join()}`] : [],
  );
}

test('the page of safety asks for what is missing, and for nothing else', () => {
  const whole = { encrypted: true, cipher: 'aegis', recoveryProven: true } as const;
  expect(toDo(whole)).toEqual([]);
  expect(toDo({})).toEqual(['encryption: encrypt']);
  expect(toDo({ ...whole, recoveryProven: false, plainCopies: 2 })).toEqual([
    'recovery: renew',
    'plain: copies',
  ]);
  expect(toDo(whole, [])).toEqual(['place: copies']);
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
