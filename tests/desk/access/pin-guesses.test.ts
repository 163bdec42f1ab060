import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { officerPins } from '#electron/access/pins.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { PINS, signingDesk } from '#tests/support/signing-desk.ts';
import { testClock } from '#tests/support/test-desk.ts';

type Desk = Awaited<ReturnType<typeof signingDesk>>;
const guess = (desk: Desk, pin: string) => desk.refusal('session.open', { officerId: desk.ids.counter, pin });
const wrongOf = (desk: Desk) =>
  desk
    .store()
    .prepare<[string], { wrong: number }>('SELECT wrong FROM officer WHERE id = ?')
    .get(desk.ids.counter)?.wrong;

test('from the third wrong PIN on each makes wait, the tenth locks until a leader opens', async () => {
  const desk = await signingDesk();
  const waits: number[] = [];
  for (let wrong = 1; wrong < 10; wrong += 1) {
    const problem = await guess(desk, '0000');
    if (problem.code !== 'wrong-pin') throw new Error(problem.code);
    expect(problem).toMatchObject({ wrong, triesLeft: 10 - wrong });
    waits.push(problem.waitSeconds);
    if (problem.waitSeconds > 0) {
      desk.clock.pass(problem.waitSeconds - 1);
      // The right one, too: nobody learns by it that it is right.
      expect(await guess(desk, PINS.counter)).toEqual({ code: 'wait-first', seconds: 1 });
      desk.clock.pass(1);
    }
  }
  expect(waits).toEqual([0, 0, 5, 15, 30, 60, 60, 60, 60]);
  expect(await guess(desk, '0000')).toEqual({ code: 'officer-locked' });
  desk.clock.pass(86_400);
  expect(await guess(desk, PINS.counter)).toEqual({ code: 'officer-locked' });
  const leader = await desk.signIn('leader');
  await desk.call('officer.unlock', { officerId: desk.ids.counter }, leader);
  await desk.signIn('counter');
  expect(wrongOf(desk)).toBe(0);
});

test('a right PIN takes the wrong ones before it away', async () => {
  const desk = await signingDesk();
  await guess(desk, '0000');
  await guess(desk, '1111');
  await desk.signIn('counter');
  expect(await guess(desk, '0000')).toMatchObject({ code: 'wrong-pin', wrong: 1, waitSeconds: 0 });
});

test('neither a restart nor a clock that is turned shortens a wait', async () => {
  const desk = await signingDesk();
  for (const pin of ['0000', '1111', '2222']) await guess(desk, pin);
  desk.clock.jump(60 * 24);
  expect(await guess(desk, PINS.counter)).toEqual({ code: 'wait-first', seconds: 5 });
  desk.clock.jump(-60 * 48);
  expect(await guess(desk, PINS.counter)).toEqual({ code: 'wait-first', seconds: 5 });
  desk.clock.pass(4);
  desk.restart();
  expect(await guess(desk, PINS.counter)).toEqual({ code: 'wait-first', seconds: 5 });
  desk.clock.pass(5);
  expect(await guess(desk, '3333')).toMatchObject({ wrong: 4, waitSeconds: 15 });
});

test('10,000 guesses at once: one after another, and two or three are looked at', async () => {
  const desk = await signingDesk();
  const codes: string[] = await Promise.all(
    Array.from({ length: 10_000 }, (_, pin) =>
      guess(desk, String(pin).padStart(4, '0')).then(({ code }) => code),
    ),
  );
  const times = (wanted: string) => codes.filter((code) => code === wanted).length;
  expect({ wrong: times('wrong-pin'), wait: times('wait-first') }).toEqual({ wrong: 3, wait: 9_997 });
  expect(wrongOf(desk)).toBe(3);
});

test('a guess has counted before it is compared, so that a killed program gives none back', async () => {
  const desk = await signingDesk();
  const answer = guess(desk, '0000');
  await Promise.resolve();
  await Promise.resolve();
  expect(wrongOf(desk)).toBe(1);
  await answer;
});

test('the wait of one officer is none of another', async () => {
  const desk = await signingDesk();
  for (const pin of ['0000', '1111', '2222']) await guess(desk, pin);
  await desk.signIn('reception');
});

test.each(['123', '123456789', '079123456789', '12a4', ' 1234', ''])(
  '%j is no PIN, and no guess',
  async (pin) => {
    const desk = await signingDesk();
    expect(await guess(desk, pin)).toEqual({ code: 'invalid-input', path: 'pin', reason: 'not-a-pin' });
    expect(wrongOf(desk)).toBe(0);
  },
);

test('no PIN at all is no guess', async () => {
  const desk = await signingDesk();
  expect(await desk.refusal('session.open', { officerId: desk.ids.counter })).toMatchObject({
    code: 'invalid-input',
  });
  expect(wrongOf(desk)).toBe(0);
});

test('the lock stands in the journal beside the officer who was guessed, not in the name of a leader', async () => {
  const desk = await signingDesk();
  for (let wrong = 1; wrong <= 10; wrong += 1) {
    await guess(desk, '0000');
    desk.clock.pass(60);
  }
  const locked = desk
    .desk()
    .eventsSince(0)
    .filter(({ name }) => name === 'officer.locked');
  expect(locked).toMatchObject([{ officer: desk.ids.counter, data: { officerId: desk.ids.counter } }]);
});

test('whoever guesses for officers that there are not leaves nothing in the memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const pins = officerPins(testClock('2026-11-20T01:00:00.000Z'));
  const nobody = () => {
    throw new Refusal({ code: 'unknown-officer' });
  };
  const book = { count: nobody, forget: nobody, locked: nobody };
  const megabytes = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1024 ** 2;
  };
  const before = megabytes();
  for (let guessed = 0; guessed < 1000; guessed += 1)
    await expect(pins.check(book, String(guessed).padEnd(100_000, '-'), '0000')).rejects.toThrow(Refusal);
  expect(megabytes() - before).toBeLessThan(25);
});
