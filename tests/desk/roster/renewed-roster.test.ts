import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { csv } from '../extract/extract-desk.ts';
import { inventPeople, review, slashed, takeFile } from './roster-desk.ts';

const DAY = '2026-11-20';
const [one, two] = inventPeople(2, 11) as [
  ReturnType<typeof inventPeople>[number],
  ReturnType<typeof inventPeople>[number],
];
const list = (...people: (typeof one)[]) =>
  csv([
    ['Họ và tên', 'Số CCCD', 'Bộ phận'],
    ...people.map(({ fullName, idNumber }) => [fullName, idNumber, 'Tổ Một']),
  ]);

test('a list that was read before somebody left the roster does not bring them back', async () => {
  const desk = openTestDesk();
  const { rosterId } = desk.call('roster.save', { name: 'Bưu điện', dueOn: null, level: 'level-2' });
  const { memberId } = desk.call('roster.add-member', {
    rosterId,
    person: { fullName: one.fullName, idNumber: one.idNumber },
  });
  const stale = await review(desk, 'ds.csv', list(one, two), rosterId);
  expect(stale.counts).toMatchObject({ changed: 1, new: 1 });
  desk.call('roster.mark', { memberId, mark: { left: true } });
  expect(desk.refusal('roster.apply', { reviewId: stale.reviewId }).code).toBe('unknown-review');
  expect(JSON.stringify(desk.store.prepare<[]>('SELECT * FROM roster_member').all())).not.toContain(
    one.idNumber,
  );
});

test('a list that names no agency, from a file whose name says nothing, gives no roster without a name', async () => {
  const desk = openTestDesk();
  for (const fileName of ['.csv', '\u200b .csv', '\u0007.csv']) {
    const { reviewId } = await review(desk, fileName, list(one));
    expect(desk.refusal('roster.apply', { reviewId })).toMatchObject({ code: 'invalid-input' });
  }
  expect(desk.call('roster.list', {})).toEqual([]);
});

test('a review is applied to the people it was made of: not a second time, and nobody who was erased comes back', async () => {
  const desk = openTestDesk();
  const { rosterId } = desk.call('roster.save', { name: 'Trường Mầm non', dueOn: null, level: 'level-2' });
  const list = (room: string): Buffer =>
    csv([
      ['Họ và tên', 'Số CCCD', 'Bộ phận'],
      [one.fullName, one.idNumber, room],
      [two.fullName, two.idNumber, room],
    ]);
  const [first, second] = [
    await review(desk, 'ds.csv', list('Lá'), rosterId),
    await review(desk, 'ds.csv', list('Lá'), rosterId),
  ];
  desk.call('roster.apply', { reviewId: first.reviewId });
  expect(desk.refusal('roster.apply', { reviewId: second.reviewId }).code).toBe('unknown-review');
  takeFile(desk, one);
  const changed = await review(desk, 'ds.csv', list('Mầm'), rosterId);
  const [person] = desk.call('person.search', { search: one.idNumber });
  desk.call('person.erase', { personId: person?.id ?? '', reason: 'asked' });
  expect(desk.refusal('roster.apply', { reviewId: changed.reviewId }).code).toBe('unknown-review');
  expect(desk.call('roster.members', { rosterId }).map(({ fullName }) => fullName)).toEqual([
    '',
    two.fullName,
  ]);
});

test('a line without a number takes nobody’s place who is on the list by the number', async () => {
  const desk = openTestDesk();
  const heading = ['Họ và tên', 'Số CCCD'];
  const first = await review(desk, 'Chợ.csv', csv([heading, [one.fullName, one.idNumber]]));
  desk.call('roster.apply', { reviewId: first.reviewId });
  const next = await review(
    desk,
    'Chợ.csv',
    csv([heading, [one.fullName, ''], [one.fullName, one.idNumber]]),
  );
  expect(next.lines.map(({ line, state }) => [line, state])).toEqual([
    [2, 'no-number'],
    [3, 'there'],
  ]);
});

test('who comes to a roster whose names went goes with the next purge, and no due date keeps them for ever', async () => {
  const desk = openTestDesk();
  const agency = {
    name: 'Ban quản lý chợ',
    contact: 'Chị Mẫu',
    dueOn: '2099-12-31',
    level: 'level-2',
  } as const;
  const { rosterId } = desk.call('roster.save', agency);
  const purgeLater = async (): Promise<string[]> => {
    desk.clock.pass(600 * 86_400);
    await desk.desk.dispatch('data.purge', {}, { role: 'leader' }, uuid());
    return desk.call('roster.members', { rosterId }).map(({ fullName }) => fullName);
  };
  desk.call('day.close', { businessDay: DAY });
  for (const { fullName, idNumber } of [one, two]) {
    desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
    expect(new Set(await purgeLater())).toEqual(new Set(['']));
  }
  expect(desk.call('roster.list', {})).toMatchObject([{ purged: true, contact: '', figures: { people: 2 } }]);
});

test('a mark takes back nothing of what the extract says', async () => {
  const desk = openTestDesk();
  const { rosterId } = desk.call('roster.save', { name: 'Trạm Y tế', dueOn: null, level: 'level-2' });
  const { fullName, idNumber } = one;
  const { memberId } = desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
  const extract = csv([
    ['Số định danh cá nhân', 'Họ và tên', 'Ngày kích hoạt'],
    [idNumber, fullName, slashed(DAY)],
  ]);
  const input = { fileName: 'trich-xuat.csv', base64: extract.toString('base64') };
  const read = await desk.desk.dispatch('extract.review', input, { role: 'leader' });
  desk.call('extract.apply', { reviewId: (read as { value: { reviewId: string } }).value.reviewId });
  for (const mark of [{ known: 'issued' }, null] as const) {
    desk.call('roster.mark', { memberId, mark });
    expect(desk.call('roster.members', { rosterId })).toMatchObject([
      { state: 'activated', known: 'extract' },
    ]);
  }
});

test('the last list of a roster is taken back whole, as long as nobody worked on with it and nobody of it came', async () => {
  const desk = openTestDesk();
  const [three] = inventPeople(1, 23);
  if (!three) throw new Error('nobody was invented');
  const first = await review(desk, 'Bưu điện.csv', list(one, two));
  const { rosterId } = desk.call('roster.apply', { reviewId: first.reviewId });
  const { memberId = '' } = desk.call('roster.members', { rosterId })[0] ?? {};
  desk.call('roster.mark', { memberId, mark: { exempt: 'long-leave' } });
  // Somebody worked on with the first list.
  expect(desk.refusal('roster.take-back', { rosterId }).code).toBe('import-settled');
  const before = desk.call('roster.members', { rosterId });
  const file = desk.call('roster.list', {})[0]?.fileName;
  const roomed = csv([
    ['Họ và tên', 'Số CCCD', 'Bộ phận'],
    [two.fullName, two.idNumber, 'Tổ Hai'],
    [three.fullName, three.idNumber, 'Tổ Hai'],
  ]);
  const renew = async () => {
    const { reviewId } = await review(desk, 'nhầm.csv', roomed, rosterId);
    return desk.call('roster.apply', { reviewId });
  };
  expect(await renew()).toMatchObject({ added: 1, changed: 1, left: 1 });
  desk.call('roster.save', { rosterId, name: 'Bưu điện xã', dueOn: '2026-12-01', level: 'level-2' });
  expect(desk.call('roster.list', {})).toMatchObject([{ takesBack: true, fileName: 'nhầm.csv' }]);
  const refused = desk.reply('roster.take-back', { rosterId }, 'counter');
  expect(refused).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(desk.call('roster.take-back', { rosterId })).toMatchObject({ added: 1, changed: 1, left: 1 });
  expect(desk.call('roster.members', { rosterId })).toEqual(before);
  expect(desk.call('roster.list', {})).toMatchObject([
    { takesBack: false, fileName: file, name: 'Bưu điện xã', dueOn: '2026-12-01' },
  ]);
  expect(desk.refusal('roster.take-back', { rosterId }).code).toBe('import-settled');

  await renew();
  takeFile(desk, three);
  expect(desk.call('roster.list', {})).toMatchObject([{ takesBack: false }]);
  expect(desk.refusal('roster.take-back', { rosterId }).code).toBe('import-settled');
});

test('a roster that a list began ends when the list is taken back, and nobody who was erased meanwhile comes back by it', async () => {
  const desk = openTestDesk();
  takeFile(desk, one);
  const begun = await review(desk, 'Nhầm đơn vị.csv', list(one, two));
  const { rosterId } = desk.call('roster.apply', { reviewId: begun.reviewId });
  desk.call('roster.take-back', { rosterId });
  expect(desk.call('roster.list', {})).toEqual([]);
  expect(JSON.stringify(desk.store.prepare<[]>('SELECT * FROM roster_member').all())).toBe('[]');

  const again = await review(desk, 'Trạm Y tế.csv', list(one, two));
  const { rosterId: kept } = desk.call('roster.apply', { reviewId: again.reviewId });
  const { reviewId } = await review(desk, 'ds.csv', list(two), kept);
  desk.call('roster.apply', { reviewId });
  const [person] = desk.call('person.search', { search: one.idNumber });
  desk.call('person.erase', { personId: person?.id ?? '', reason: 'asked' });
  expect(desk.refusal('roster.take-back', { rosterId: kept }).code).toBe('import-settled');
});
