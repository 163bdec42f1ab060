import { existsSync, readFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

const person = {
  fullName: 'Trần Thị Mẫu',
  idNumber: '001190000017',
  phone: '0900000017',
  birthDate: '1990-02-03',
};

function visited(desk: TestDesk) {
  desk.call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
  const serving = desk.serveNext();
  const requests = desk.call('ticket.get', { ticketId: serving.id }).requests;
  const personId = requests[0]?.person?.id ?? '';
  const requestId = requests[0]?.id ?? '';
  desk.call('request.set-paper', { requestId, paper: 'id-card', state: 'seen', number: '001190000017' });
  return { serving, personId, requestId };
}

const personsOf = (desk: TestDesk) => desk.call('person.search', { search: person.idNumber });

test('somebody whose number is open today is not erased; once it has an outcome they are, and figures stay', () => {
  const desk = openTestDesk();
  const { serving, personId } = visited(desk);
  expect(desk.refusal('person.erase', { personId, reason: 'asked' })).toEqual({
    code: 'person-in-queue',
    number: 'A001',
  });
  desk.finish(serving);
  const before = desk.call('report.day', { businessDay: '2026-11-20' });
  expect(desk.call('person.erase', { personId, reason: 'asked' })).toEqual({
    at: desk.clock.now(),
    reason: 'asked',
    requests: 1,
    // The tax number and the social insurance number are the personal number.
    papers: 3,
    accounts: 1,
    copiesUntil: '2027-11-01',
  });
  expect(personsOf(desk)).toEqual([]);
  const { chainHead: _head, ...figures } = desk.call('report.day', { businessDay: '2026-11-20' });
  expect(before).toMatchObject(figures);
  expect(desk.desk.eventsSince(0).at(-1)).toMatchObject({
    name: 'person.erased',
    data: { people: 1, reason: 'asked' },
  });
  expect(desk.refusal('person.erase', { personId, reason: 'asked' })).toEqual({ code: 'unknown-person' });
});

test('only a leader erases, with a reason of the list', () => {
  const desk = openTestDesk();
  const { serving, personId } = visited(desk);
  desk.finish(serving);
  expect(desk.refusal('person.erase', { personId, reason: 'asked' }, 'counter')).toMatchObject({
    code: 'not-allowed',
  });
  expect(desk.reply('person.erase', { personId, reason: 'chị Mẫu xin' } as never)).toMatchObject({
    ok: false,
    problem: { code: 'invalid-input' },
  });
});

test('who asks is told everything that is kept, and when it goes', () => {
  const desk = openTestDesk();
  const { serving, personId, requestId } = visited(desk);
  desk.call('ticket.hold', { ticketId: serving.id, reason: 'chờ con' });
  desk.call('ticket.set-remark', { ticketId: serving.id, remark: 'nghe không rõ' });
  desk.call('ticket.resume', { ticketId: serving.id, counterId: desk.counters[0] });
  desk.finish(serving);
  desk.call('follow-up.record-contact', { requestId, result: 'call-back', note: 'gọi sau năm giờ' });
  const { rosterId } = desk.call('roster.save', { name: 'Trường Mẫu', level: 'level-2', dueOn: null });
  const { fullName, idNumber } = person;
  desk.call('roster.add-member', { rosterId, person: { fullName, idNumber, unit: 'Tổ Toán' } });
  const kept = desk.call('person.kept', { personId });
  expect(kept).toMatchObject({
    person: { ...person, firstDay: '2026-11-20', lastDay: '2026-11-20' },
    requests: [{ number: 'A001', words: ['chờ con', 'nghe không rõ'], wordsGoOn: '2027-02-18' }],
    papers: expect.arrayContaining([{ paper: 'id-card', number: '001190000017', note: null }]),
    accounts: [{ level: 'level-2', contacts: [{ result: 'call-back', note: 'gọi sau năm giờ' }] }],
    rosters: [{ name: 'Trường Mẫu', unit: 'Tổ Toán' }],
  });
  expect(kept.usedOn).toBe(kept.accounts[0]?.dueOn);
});

test('a copy that is put back brings nobody back who was erased', async () => {
  const folder = temporaryFolder('erase');
  const kept = temporaryFolder('erase-copy');
  const clock = testClock();
  const opened = deskIn(folder, { clock });
  const ask = async (method: string, input: unknown, at = opened) => {
    const reply = await at.desk.dispatch(method, input, { role: 'leader' }, uuid());
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value;
  };
  await ask('office.set-up', { name: 'Xã Thử', code: 'T', receivingLevel: 'Trên', counters: ['Quầy 1'] });
  await ask('day.open', { businessDay: '2026-11-20' });
  await ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
  await ask('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
  opened.desk.close();
  cpSync(folder, kept, { recursive: true });

  const second = deskIn(folder, { clock });
  const [found] = (await ask('person.search', { search: person.idNumber }, second)) as { id: string }[];
  await ask('person.erase', { personId: found?.id, reason: 'authority' }, second);
  expect(readFileSync(join(folder, 'desk.erased'), 'utf8')).toBe(`${found?.id}\n`);
  second.desk.close();

  for (const name of ['desk.db', 'desk.last', 'desk.sums', 'desk.json'])
    if (existsSync(join(kept, name))) cpSync(join(kept, name), join(folder, name));
  rmSync(join(folder, 'desk.db-wal'), { force: true });
  const third = deskIn(folder, { clock });
  expect(await ask('person.search', { search: person.idNumber }, third)).toEqual([]);
  expect(third.desk.eventsSince(0).at(-1)).toMatchObject({
    name: 'person.erased',
    data: { people: 1, reason: null },
  });
  expect(await ask('system.verify-events', {}, third)).toMatchObject({ firstBroken: null });
  third.desk.close();
});
