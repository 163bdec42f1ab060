import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, testClock } from '#tests/support/test-desk.ts';

const PEOPLE = 50;
const DAY = '2026-11-20';

/** A word that no other is like, so that an index that shares beginnings keeps enough of it to be found. */
const word = (place: number, salt: number): string =>
  hash('sha256', `${place} ${salt}`)
    .slice(0, 15)
    .replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(103 + Number(digit)));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Told = { readonly fullName: string; readonly idNumber: string; readonly phone: string };

const somebody = (place: number, salt: number): Told => ({
  fullName: `${capital(word(place, salt))} ${capital(word(place, salt + 50))}`,
  idNumber: `00119${salt}${String(place * 7 + 100_000).padStart(6, '0')}`,
  phone: `09${salt}${String(place * 13 + 1_000_000)}`,
});

/** What of a person must be nowhere: numbers, and of each word of the name its end. */
const marksOf = ({ fullName, idNumber, phone }: Told): string[] => [
  fullName,
  idNumber,
  phone,
  ...foldName(fullName)
    .split(' ')
    .map((one) => one.slice(4)),
];

/** Which of the marks stand in any file of a folder; copies of the desk are kept by a rule of their own. */
function foundIn(folder: string, marks: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('copies') && statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name)).toString('utf8').toLowerCase();
      return marks.filter((mark) => bytes.includes(mark.toLowerCase())).map((mark) => `${name}: ${mark}`);
    });
}

test('of fifty people nothing stands in any file after a correction of them, nor after their time', async () => {
  const folder = temporaryFolder('nothing-left');
  const clock = testClock();
  const { desk, store } = deskIn(folder, { clock });
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await desk.dispatch(method, input, { role: 'leader' }, uuid());
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply.value as Output<M>;
  };
  const office = await call('office.set-up', {
    name: 'Xã Thử',
    code: 'T',
    receivingLevel: 'Trên',
    counters: ['Quầy 1'],
  });
  const counterId = office.counters[0]?.id ?? '';
  await call('day.open', { businessDay: DAY });
  const places = Array.from({ length: PEOPLE }, (_, place) => place);
  const before = places.map((place) => somebody(place, 1));
  const after = places.map((place) => somebody(place, 2));
  const words = places.map((place) => word(place, 3));
  for (const [place, person] of before.entries()) {
    const said = words[place] ?? '';
    const { id: ticketId } = await call('ticket.issue', {
      requests: [
        { procedure: 'level-2', subject: 'citizen', person },
        { procedure: 'level-1', subject: 'organisation', organisation: { name: `Công ty ${said}` } },
      ],
    });
    await call('ticket.call-next', { counterId });
    await call('ticket.start', { ticketId, counterId });
    await call('ticket.hold', { ticketId, reason: `chờ ${said}` });
    await call('ticket.set-remark', { ticketId, remark: `tai ${said}` });
    const [request] = (await call('ticket.get', { ticketId })).requests;
    if (request?.person == null) throw new Error('nobody');
    await call('request.set-paper', {
      requestId: request.id,
      paper: 'id-card',
      state: 'seen',
      note: `mờ ${said}`,
    });
    await call('ticket.resume', { ticketId, counterId });
    await call('ticket.finish', {
      ticketId,
      outcomes: (await call('ticket.get', { ticketId })).requests.map(({ id }) => ({
        requestId: id,
        outcome: 'taken',
        excuse: `con của ${said}`,
      })),
    });
    await call('follow-up.record-contact', { requestId: request.id, result: 'reached', note: `hẹn ${said}` });
    await call('person.update', { personId: request.person.id, person: after[place] ?? person });
  }
  expect(foundIn(folder, after.flatMap(marksOf)).length).toBeGreaterThan(PEOPLE * 3);
  store.scrub();
  expect(foundIn(folder, before.flatMap(marksOf))).toEqual([]);

  await call('day.close', { businessDay: DAY });
  clock.pass(200 * 24 * 3600);
  expect(await call('data.purge', {})).toEqual({ people: PEOPLE });
  expect(foundIn(folder, [...before.flatMap(marksOf), ...after.flatMap(marksOf), ...words])).toEqual([]);
  desk.close();
  expect(foundIn(folder, [...before.flatMap(marksOf), ...after.flatMap(marksOf), ...words])).toEqual([]);
});
