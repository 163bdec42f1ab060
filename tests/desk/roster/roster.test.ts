import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { csv } from '../extract/extract-desk.ts';
import { inventPeople, review, schoolBook, slashed, takeFile } from './roster-desk.ts';

const DAY = '2026-11-20';

test('the staff of three agencies of a commune, 57 people, are brought to 100 % by the desk’s own work, the extract and an officer’s yes', async () => {
  const desk = openTestDesk();
  const people = inventPeople(57);
  const agencies = [
    ['TRƯỜNG THCS CẨM MẪU', people.slice(0, 30)],
    ['TRẠM Y TẾ XÃ CẨM MẪU', people.slice(30, 41)],
    ['Hội Nông dân xã Cẩm Mẫu', people.slice(41)],
  ] as const;
  const rosters: string[] = [];
  for (const [agency, staff] of agencies) {
    const book = await schoolBook(agency, [
      ['I. Ban giám hiệu', staff.slice(0, 3)],
      ['II. Tổ chuyên môn', staff.slice(3)],
    ]);
    const seen = await review(desk, 'danh-sach.xlsx', book);
    expect({ name: seen.name, total: seen.total, fresh: seen.counts.new }).toEqual({
      name: agency,
      total: staff.length,
      fresh: staff.length,
    });
    const agencyOf = { dueOn: '2026-12-15', level: 'level-2', contact: 'Văn thư' } as const;
    const applied = desk.call('roster.apply', { reviewId: seen.reviewId, agency: agencyOf });
    expect(applied).toMatchObject({ added: staff.length, changed: 0, left: 0 });
    rosters.push(applied.rosterId);
  }
  const [school = '', station = '', union = ''] = rosters;
  expect(
    desk
      .call('roster.members', { rosterId: school })
      .map(({ unit }) => unit)
      .slice(2, 4),
  ).toEqual(['Ban giám hiệu', 'Tổ chuyên môn']);

  const [sentHome] = people;
  if (sentHome === undefined) throw new Error('nobody was invented');
  takeFile(desk, sentHome, 'papers-missing');
  expect(desk.call('roster.progress', { rosterId: school })).toMatchObject({
    people: 30,
    registered: 0,
    sentHome: 1,
    notYet: 29,
    percent: 0,
  });

  // The school's people come, and their accounts are issued and activated one after another.
  const requests = people.slice(0, 30).map((person) => takeFile(desk, person));
  expect(desk.call('roster.progress', { rosterId: school })).toMatchObject({
    registered: 30,
    issued: 0,
    level2: 30,
  });
  for (const requestId of requests) desk.call('follow-up.set-notice', { requestId, noticedOn: DAY });
  expect(desk.call('roster.progress', { rosterId: school })).toMatchObject({ issued: 30, activated: 0 });
  for (const requestId of requests.slice(0, 20))
    desk.call('follow-up.activate', { requestId, activatedOn: DAY, source: 'desk' });
  expect(desk.call('roster.progress', { rosterId: school })).toMatchObject({
    registered: 30,
    issued: 30,
    activated: 20,
    percent: 6667,
  });
  for (const requestId of requests.slice(20))
    desk.call('follow-up.activate', { requestId, activatedOn: DAY, source: 'telephone' });

  // The station's people went elsewhere: the extract of the level above names them.
  const rows = people.slice(30, 41).map(({ idNumber, fullName }) => [idNumber, fullName, slashed(DAY)]);
  const extract = csv([['Số định danh cá nhân', 'Họ và tên', 'Ngày kích hoạt'], ...rows]);
  const input = { fileName: 'trich-xuat.csv', base64: extract.toString('base64') };
  const read = await desk.desk.dispatch('extract.review', input, { role: 'leader' });
  expect(read).toMatchObject({ ok: true, value: { counts: { 'on-roster': 11, unknown: 0 } } });
  const { reviewId } = (read as { value: { reviewId: string } }).value;
  expect(desk.call('extract.apply', { reviewId })).toEqual({ applied: 11, left: 0 });

  // Of the union one died, and the telephones of the others were looked at.
  const [first, ...others] = desk.call('roster.members', { rosterId: union });
  desk.call('roster.mark', { memberId: first?.memberId ?? '', mark: { exempt: 'deceased' } });
  for (const { memberId } of others) desk.call('roster.mark', { memberId, mark: { known: 'activated' } });

  expect(
    desk
      .call('roster.list', {})
      .map(({ rosterId, figures }) => [rosterId, figures.activated, figures.percent]),
  ).toEqual(
    expect.arrayContaining([
      [school, 30, 10_000],
      [station, 11, 10_000],
      [union, 15, 10_000],
    ]),
  );
  expect(desk.call('roster.progress', { rosterId: union })).toMatchObject({
    people: 16,
    notNeeded: 1,
    pace: null,
  });
});

test('a level asked is served by a level above it, and not by one below', () => {
  const desk = openTestDesk();
  const [one, two] = inventPeople(2);
  if (one === undefined || two === undefined) throw new Error('nobody was invented');
  const ids = (['level-1', 'level-2'] as const).map(
    (level) => desk.call('roster.save', { name: `Cơ quan ${level}`, dueOn: null, level }).rosterId,
  );
  for (const rosterId of ids)
    for (const { fullName, idNumber, birthDate } of [one, two])
      desk.call('roster.add-member', { rosterId, person: { fullName, idNumber, birthDate } });
  takeFile(desk, one, 'taken', 'level-1');
  takeFile(desk, two, 'taken', 'level-2');
  const [asked1, asked2] = ids.map((rosterId) => desk.call('roster.progress', { rosterId }));
  expect(asked1).toMatchObject({ registered: 2, level1: 1, level2: 1 });
  expect(asked2).toMatchObject({ registered: 1, notYet: 1, level1: 1, level2: 1 });
});

test('a new list of an agency shows who came, left and changed, and changes nothing until it is applied', async () => {
  const desk = openTestDesk();
  const [one, two, three, four] = inventPeople(4);
  if (!one || !two || !three || !four) throw new Error('nobody was invented');
  const line = (person: typeof one, room: string): string[] => [person.fullName, person.idNumber, room];
  const heading = ['Họ và tên', 'Số CCCD', 'Bộ phận'];
  const first = await review(
    desk,
    'Bưu điện.csv',
    csv([heading, line(one, 'Thư'), line(two, 'Thư'), line(three, 'Báo')]),
  );
  const { rosterId } = desk.call('roster.apply', { reviewId: first.reviewId });
  const next = await review(
    desk,
    'Bưu điện.csv',
    csv([heading, line(one, 'Thư'), line(two, 'Giao dịch'), line(four, 'Báo')]),
  );
  expect(next).toMatchObject({ rosterId, counts: { there: 1, changed: 1, new: 1 } });
  expect(next.leaving.map(({ fullName }) => fullName)).toEqual([three.fullName]);
  expect(desk.call('roster.progress', { rosterId }).people).toBe(3);
  expect(desk.call('roster.members', { rosterId })[1]?.unit).toBe('Thư');

  expect(desk.call('roster.apply', { reviewId: next.reviewId })).toMatchObject({
    rosterId,
    added: 1,
    changed: 1,
    left: 1,
  });
  expect(desk.call('roster.members', { rosterId }).map(({ fullName, unit }) => [fullName, unit])).toEqual([
    [one.fullName, 'Thư'],
    [two.fullName, 'Giao dịch'],
    [four.fullName, 'Báo'],
  ]);
  expect(desk.refusal('roster.apply', { reviewId: next.reviewId }).code).toBe('unknown-review');
  // Of who left nothing is kept.
  const left = desk.store.prepare<[string], { count: number }>(
    'SELECT count(*) AS count FROM roster_member WHERE id_number = ?',
  );
  expect(left.get(three.idNumber)?.count).toBe(0);
});

test('a person who came is known by the number and the name; another name with the number, or no number, waits for an officer’s yes', () => {
  const desk = openTestDesk();
  const [one, two] = inventPeople(2);
  if (!one || !two) throw new Error('nobody was invented');
  const { rosterId } = desk.call('roster.save', { name: 'Trạm Y tế', dueOn: null, level: 'level-2' });
  const add = (person: { fullName: string; idNumber?: string; birthDate?: string }) =>
    desk.call('roster.add-member', { rosterId, person }).memberId;
  const named = add({ fullName: 'Người Khác Tên', idNumber: one.idNumber });
  const unnumbered = add({ fullName: two.fullName, birthDate: two.birthDate.slice(0, 4) });
  takeFile(desk, one);
  takeFile(desk, two);
  const states = () =>
    desk.call('roster.members', { rosterId }).map(({ state, maybe }) => [state, maybe?.fullName ?? null]);
  expect(states()).toEqual([
    ['not-yet', one.fullName],
    ['not-yet', two.fullName],
  ]);
  const [, who] = desk.call('roster.members', { rosterId });
  desk.call('roster.match', { memberId: unnumbered, personId: who?.maybe?.personId ?? '' });
  expect(states()).toEqual([
    ['not-yet', one.fullName],
    ['taken', null],
  ]);
  desk.call('roster.match', { memberId: unnumbered, personId: null });
  expect(states()[1]).toEqual(['not-yet', two.fullName]);
  const personId = who?.maybe?.personId ?? '';
  for (const before of [null, personId]) {
    desk.call('roster.match', { memberId: unnumbered, personId: before });
    desk.call('roster.match', { memberId: unnumbered, personId, isThem: false });
    expect(states()).toEqual([
      ['not-yet', one.fullName],
      ['not-yet', null],
    ]);
  }
  desk.call('roster.match', { memberId: unnumbered, personId: null });
  expect(states()[1]).toEqual(['not-yet', two.fullName]);

  expect(desk.call('roster.of-person', { fullName: one.fullName, idNumber: one.idNumber })).toMatchObject([
    { memberId: named, name: 'Trạm Y tế', sure: false },
  ]);
  expect(
    desk.call('roster.of-person', {
      fullName: two.fullName,
      birthDate: two.birthDate,
      idNumber: two.idNumber,
    }),
  ).toMatchObject([{ memberId: unnumbered, sure: false }]);
  expect(desk.call('roster.of-person', { fullName: two.fullName, birthDate: '1901-01-01' })).toEqual([]);
});

test('a person erased stands on no roster by name, and one that is purged is counted as far as they came', async () => {
  const desk = openTestDesk();
  const [one, two, three] = inventPeople(3);
  if (!one || !two || !three) throw new Error('nobody was invented');
  const { rosterId } = desk.call('roster.save', { name: 'Trường Mầm non', dueOn: null, level: 'level-2' });
  for (const { fullName, idNumber } of [one, two, three])
    desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
  for (const person of [one, two]) {
    const requestId = takeFile(desk, person);
    desk.call('follow-up.set-notice', { requestId, noticedOn: DAY });
    desk.call('follow-up.activate', { requestId, activatedOn: DAY, source: 'desk' });
  }
  const [erased] = desk.call('person.search', { search: one.idNumber });
  desk.call('person.erase', { personId: erased?.id ?? '', reason: 'asked' });
  const after = desk.call('roster.members', { rosterId });
  expect(after.map(({ fullName, state }) => [fullName, state])).toEqual([
    ['', 'activated'],
    [two.fullName, 'activated'],
    [three.fullName, 'not-yet'],
  ]);
  desk.call('day.close', { businessDay: DAY });
  desk.clock.pass(200 * 86_400);
  await desk.desk.dispatch('data.purge', {}, { role: 'leader' }, uuid());
  expect(desk.call('roster.list', {})).toMatchObject([
    { purged: true, figures: { people: 3, activated: 2, notYet: 1, percent: 6667 } },
  ]);
  expect(
    desk
      .call('roster.members', { rosterId })
      .map(({ fullName, idNumberMasked }) => [fullName, idNumberMasked]),
  ).toEqual(Array.from({ length: 3 }, () => ['', null]));
});

test('whose file was taken, whose account is issued and who activated it stand there after they were erased', () => {
  const desk = openTestDesk();
  const people = inventPeople(4);
  const { rosterId } = desk.call('roster.save', { name: 'Trạm Y tế', dueOn: null, level: 'level-2' });
  const steps = [
    () => {},
    (requestId: string) => desk.call('follow-up.set-notice', { requestId, noticedOn: DAY }),
    (requestId: string) => desk.call('follow-up.activate', { requestId, activatedOn: DAY, source: 'desk' }),
  ];
  for (const [at, { fullName, idNumber, birthDate, sex }] of people.entries()) {
    desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
    const requestId = takeFile(
      desk,
      { fullName, idNumber, birthDate, sex },
      at === 3 ? 'papers-missing' : 'taken',
    );
    if (at < 3) for (const step of steps.slice(0, at + 1)) step(requestId);
  }
  const states = () => desk.call('roster.members', { rosterId }).map(({ state }) => state);
  expect(states()).toEqual(['taken', 'issued', 'activated', 'sent-home']);
  for (const { idNumber } of people) {
    const [person] = desk.call('person.search', { search: idNumber });
    desk.call('person.erase', { personId: person?.id ?? '', reason: 'asked' });
  }
  // Without a file nothing is left of who was sent home for papers.
  expect(states()).toEqual(['taken', 'issued', 'activated', 'not-yet']);
});

test('sent home is who came for the account that is asked, lacked papers, and has none yet', () => {
  const desk = openTestDesk();
  const people = inventPeople(4);
  const { rosterId } = desk.call('roster.save', { name: 'Trạm Y tế', dueOn: null, level: 'level-2' });
  for (const { fullName, idNumber } of people)
    desk.call('roster.add-member', { rosterId, person: { fullName, idNumber } });
  const [one, two, three, four] = people;
  if (!one || !two || !three || !four) throw new Error('nobody was invented');
  takeFile(desk, one, 'papers-missing', 'lock');
  takeFile(desk, two, 'papers-missing');
  takeFile(desk, three, 'taken', 'level-1');
  takeFile(desk, three, 'papers-missing');
  takeFile(desk, four, 'taken');
  takeFile(desk, four, 'papers-missing');
  expect(desk.call('roster.members', { rosterId }).map(({ state }) => state)).toEqual([
    'not-yet',
    'sent-home',
    'sent-home',
    'taken',
  ]);
});

test('a roster that ended keeps no name, and its agency may have another', () => {
  const desk = openTestDesk();
  const [one] = inventPeople(1);
  if (!one) throw new Error('nobody was invented');
  const agency = { name: 'Ban quản lý chợ', dueOn: null, level: 'level-1' } as const;
  const { rosterId } = desk.call('roster.save', agency);
  desk.call('roster.add-member', { rosterId, person: { fullName: one.fullName, idNumber: one.idNumber } });
  expect(desk.refusal('roster.save', { ...agency, name: 'BAN QUẢN LÝ CHỢ' })).toEqual({
    code: 'roster-name-taken',
    name: agency.name,
  });
  expect(
    desk.refusal('roster.add-member', { rosterId, person: { fullName: 'Ai Đó', idNumber: one.idNumber } }),
  ).toEqual({ code: 'member-there' });
  desk.call('roster.end', { rosterId });
  expect(desk.call('roster.list', {})).toEqual([]);
  expect(desk.call('roster.of-person', { fullName: one.fullName, idNumber: one.idNumber })).toEqual([]);
  expect(JSON.stringify(desk.store.prepare<[]>('SELECT * FROM roster_member').all())).not.toContain(
    one.idNumber,
  );
  expect(desk.refusal('roster.progress', { rosterId }).code).toBe('unknown-roster');
  desk.call('roster.save', agency);
});

test('two people of one name and birth year without numbers are two, in the next list as well; of whom nothing is known by name nobody leaves', async () => {
  const desk = openTestDesk();
  const list = csv([
    ['Họ và tên', 'Năm sinh'],
    ['Lê Thị Ví Dụ', '1990'],
    ['Lê Thị Ví Dụ', '1990'],
  ]);
  const first = await review(desk, 'Trạm Y tế.csv', list);
  expect(first.counts).toMatchObject({ 'no-number': 2, doubled: 0 });
  const { rosterId } = desk.call('roster.apply', { reviewId: first.reviewId });
  const again = await review(desk, 'Trạm Y tế.csv', list);
  expect(again).toMatchObject({ counts: { there: 2 }, leaving: [] });

  desk.call('day.close', { businessDay: DAY });
  desk.clock.pass(200 * 86_400);
  await desk.desk.dispatch('data.purge', {}, { role: 'leader' }, uuid());
  const afterPurge = await review(
    desk,
    'Trạm Y tế.csv',
    csv([
      ['Họ và tên', 'Năm sinh'],
      ['Trần Văn Mẫu', '1980'],
    ]),
  );
  expect(afterPurge.leaving).toEqual([]);
  desk.call('roster.apply', { reviewId: afterPurge.reviewId });
  expect(desk.call('roster.progress', { rosterId }).people).toBe(3);
});

test('what is known of a roster that was purged or ended names no file', async () => {
  const desk = openTestDesk();
  const { reviewId } = await review(
    desk,
    'Danh sách bà Ví Dụ.csv',
    csv([
      ['Họ và tên', 'Năm sinh'],
      ['Lê Thị Ví Dụ', '1990'],
    ]),
  );
  const { rosterId } = desk.call('roster.apply', { reviewId, agency: { name: 'Trạm Y tế' } });
  desk.call('roster.end', { rosterId });
  expect(JSON.stringify(desk.store.prepare<[]>('SELECT * FROM roster').all())).not.toContain('Ví Dụ');
});
