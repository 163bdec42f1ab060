// @module-tag slow
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { chance } from '#shared/domain/sample-day/random.ts';
import { countByHand, countedBy, keptFiles, totalOf } from '#tests/support/level-recount.ts';
import { press, pressOn, randomDaySettings } from '#tests/support/random-day.ts';
import { fc } from '#tests/support/property.ts';
import { emptyDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';
import { ENGINES, testLevel } from '#tests/support/test-level.ts';

const DAY = '2026-11-20';
const OFFICES = 40;

/** An office of a real desk that closed a day of random presses. */
type Office = {
  readonly code: string;
  readonly name: string;
  readonly publicKey: string;
  readonly desk: TestDesk;
};

/** The signed file of the newest version, exported by the desk itself. */
async function exportedBy(desk: TestDesk): Promise<Buffer> {
  const subject = { kind: 'day', businessDay: DAY } as const;
  const { exportId } = desk.call('export.start', { subject, format: 'day-file', folders: [] });
  const stateOf = () => desk.call('export.list', {}).find((one) => one.exportId === exportId)?.state;
  await vi.waitUntil(() => stateOf() !== 'running', { interval: 5, timeout: 60_000 });
  return Buffer.from(desk.call('export.fetch', { exportId }).base64, 'base64');
}

function officeOf(number: number): Office {
  const code = `P-${String(number).padStart(3, '0')}`;
  const name = `Công an phường Mẫu ${number}`;
  const desk = emptyDesk(testClock());
  const { counters } = desk.call('office.set-up', {
    name,
    code,
    receivingLevel: 'Phòng PC06',
    counters: ['Quầy 1', 'Quầy 2'],
    settings: randomDaySettings,
  });
  (desk.counters as string[]).push(...counters.map(({ id }) => id));
  desk.call('day.open', { businessDay: DAY });
  for (const one of fc.sample(press, { numRuns: 60, seed: number })) pressOn(desk, one);
  desk.call('day.close', { businessDay: DAY, leftovers: 'guided' });
  return { code, name, publicKey: desk.call('export.key', {}).publicKey, desk };
}

/** A correction that changes something, whatever the day held. */
function correct({ desk }: Office, index: number): void {
  desk.call('day.correct', {
    businessDay: DAY,
    reason: 'Nhập thiếu một hồ sơ',
    late: [{ procedure: 'level-2', outcome: 'taken' }],
    difficulties: `Mạng chậm buổi ${index}`,
  });
}

let offices: Office[] = [];
const files: Buffer[] = [];

beforeAll(async () => {
  offices = Array.from({ length: OFFICES }, (_, index) => officeOf(index + 1));
  // The last two send nothing; the one before them sends a forged file alone.
  for (const [index, office] of offices.slice(0, -2).entries()) {
    const file = await exportedBy(office.desk);
    if (index === OFFICES - 3)
      files.push(Buffer.from(file.toString('utf8').replace('"issued":', '"issued":1')));
    else files.push(file);
    if (index >= 3) continue;
    correct(office, index);
    files.push(await exportedBy(office.desk));
  }
}, 300_000);

describe.each(ENGINES)('%s', (engine) => {
  test('forty offices of real desks, three corrected, one forged, two missing: the level counts what a count by hand counts', async (context) => {
    const level = await testLevel(context, engine);
    for (const { code, name, publicKey } of offices)
      await level.call('office.register', { code, name, group: 'Tỉnh Mẫu', publicKey });
    const luck = chance(15);
    const order = files.toSorted(() => luck.whole(0, 1) - 0.5);
    const replies = await Promise.all([...order, ...order].map((file) => level.receive(file)));
    expect(replies.filter(({ status }) => status === 'forged')).toHaveLength(2);
    const day = await level.call('level.day', { businessDay: DAY });
    expect(day.received).toHaveLength(OFFICES - 3);
    expect(day.received.filter(({ state }) => state === 'corrected').map(({ code }) => code)).toEqual(
      offices.slice(0, 3).map(({ code }) => code),
    );
    expect(day.missing.map(({ code, state }) => [code, state])).toEqual(
      offices.slice(-3).map(({ code }, index) => [code, index === 0 ? 'refused' : 'missing']),
    );
    const byHand = countByHand(
      files,
      new Map(offices.map(({ code, desk }) => [code, desk.call('export.key', {}).keyId])),
    );
    expect(await countedBy(level, DAY, DAY)).toEqual(byHand);
    expect(day.totals).toEqual(totalOf(byHand));
    expect(day.totals.issued).toBeGreaterThan(100);
    const kept = await keptFiles(level, DAY, DAY);
    expect(kept.map((bytes) => bytes.toString('utf8')).toSorted()).toEqual(
      files.map((bytes) => bytes.toString('utf8')).toSorted(),
    );
    const causes = await level.call('level.causes', { from: DAY, to: DAY });
    expect(causes.notes.filter(({ text }) => text.startsWith('Mạng chậm buổi'))).toHaveLength(3);
    // Figures that a desk counted always add up.
    expect(causes.doubts.filter(({ code }) => code === 'parts-differ')).toEqual([]);
    const corrected = await level.call('file.versions', {
      officeCode: offices[0]?.code ?? '',
      businessDay: DAY,
    });
    expect(corrected).toMatchObject([
      { version: 1, counts: false },
      { version: 2, counts: true, reason: 'Nhập thiếu một hồ sơ' },
    ]);
    expect(corrected[1]?.differences).toContainEqual(
      expect.objectContaining({ section: 'accounts', row: 'all', column: 'files' }),
    );
  });
});
