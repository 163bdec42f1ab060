import { v7 as uuid } from 'uuid';
import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import { addDays, weekday } from '#shared/domain/calendar/business-date.ts';
import type { Level } from '#electron/level/level.ts';
import { openLevel } from '#electron/level/open-level.ts';
import { postgresEngine } from '#electron/level/store/postgres-engine.ts';
import { sqliteEngine } from '#electron/level/store/sqlite-engine.ts';
import { newServer } from '#tests/support/postgres.ts';
import { dayFileOf, type Sender } from '#tests/support/day-files.ts';

import { benchFolder } from './bench-desk.ts';
import { atMost, figure, notMeasured, short, spread, type Row } from './figures.ts';
import { fillDays, fillOffices } from './level-history.ts';

type Place = { readonly folder: string; readonly database?: string };
type Engine = 'sqlite' | 'postgresql';
/** How many offices send a morning, and how many of them have days behind them. */
export type LevelSize = { readonly offices: number; readonly past: number; readonly days: number };
type Budget = { readonly morning: number; readonly again: number };

/** The morning that is measured is that of this day, a Friday; everything before it is history. */
const DAY = '2026-11-20';
/** Clerks and watched folders that hand in at the same time. */
const AT_ONCE = 16;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

async function ask<M extends LevelMethodName>(
  level: Level,
  method: M,
  input: LevelInput<M>,
): Promise<LevelOutput<M>> {
  const reply = await level.dispatch(method, input, { role: 'leader', by: 'Đo' }, uuid());
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value as LevelOutput<M>;
}

/** The working days before the measured one, the latest first. */
function daysBefore(count: number): string[] {
  const days: string[] = [];
  for (let day = addDays(DAY, -1); days.length < count; day = addDays(day, -1))
    if (weekday(day) <= 5) days.push(day);
  return days;
}

/** Hands in files, so many at once; counts what came of them. */
async function handIn(level: Level, files: readonly string[]): Promise<Map<string, number>> {
  const told = new Map<string, number>();
  const waiting = [...files];
  const clerk = async (): Promise<void> => {
    for (let base64 = waiting.pop(); base64 !== undefined; base64 = waiting.pop()) {
      const { status } = await ask(level, 'file.receive', { fileName: 'so-lieu.json', base64 });
      told.set(status, (told.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, clerk));
  return told;
}

async function median(work: () => Promise<unknown>, times = 15): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) taken.push(1000 * (await seconds(work)));
  return spread(taken).p50;
}

const board = (level: Level, day = DAY) => median(() => ask(level, 'level.day', { businessDay: day }));

function opened(place: Place): Promise<Level> {
  const now = () => `${DAY}T11:00:00.000Z`;
  return openLevel({ ...place, clock: { now, monotonic: () => 0 } });
}

async function filling(place: Place, work: (db: ReturnType<typeof postgresEngine>) => Promise<void>) {
  const db = place.database === undefined ? sqliteEngine(place.folder).db : postgresEngine(place.database);
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

/** What leaders look at over the whole past. */
async function looks(level: Level, office: Sender): Promise<Row[]> {
  const period = (from: string) => median(() => ask(level, 'level.period', { from, to: DAY }), 5);
  const one = { code: office.code, from: '2026-01-01', to: '2026-12-31' };
  return [
    atMost('board of a day', await board(level), 100, ' ms'),
    atMost('month of all offices', await period('2026-11-01'), 300, ' ms'),
    atMost('year of all offices', await period('2026-01-01'), 1000, ' ms'),
    atMost('one office’s year', await median(() => ask(level, 'level.office', one)), 20, ' ms'),
    figure(
      'causes of a month',
      `${short(await median(() => ask(level, 'level.causes', { from: '2026-11-01', to: DAY }), 3))} ms`,
    ),
  ];
}

/** Four programs on one database take the same files at once. */
async function fourClerks(place: Place, files: readonly string[]): Promise<Row> {
  const levels = await Promise.all([1, 2, 3, 4].map(() => opened(place)));
  let told: Map<string, number>[] = [];
  const took = await seconds(async () => {
    told = await Promise.all(levels.map((level) => handIn(level, files)));
  });
  await Promise.all(levels.map((level) => level.close()));
  const count = (status: string) => told.reduce((sum, one) => sum + (one.get(status) ?? 0), 0);
  const right = count('new') === files.length && count('already') === 3 * files.length;
  return {
    ...figure(
      'four clerks, the same files at once',
      `${short(took)} s`,
      `${count('new')} new, ${count('already')} already`,
    ),
    budget: 'each once',
    met: right,
  };
}

async function measured(engine: Engine, place: Place, size: LevelSize, budget: Budget): Promise<Row[]> {
  const past = daysBefore(size.days);
  const first = Math.max(1, Math.round(size.days / 10));
  await (await opened(place)).close();
  let senders: Sender[] = [];
  await filling(place, async (db) => {
    senders = await fillOffices(db, size, past.at(-1) ?? DAY, DAY);
  });
  const [office] = senders;
  if (office === undefined) throw new Error('there are offices');
  const sample = dayFileOf(office, DAY);
  const filled = await seconds(() =>
    filling(place, (db) => fillDays(db, engine, past.slice(0, first), sample, size.past)),
  );
  const small = await opened(place);
  const before = await board(small, past[0]);
  await small.close();
  const rest = await seconds(() =>
    filling(place, (db) => fillDays(db, engine, past.slice(first), sample, size.past)),
  );
  // Of the measured morning one office in twenty is missing.
  const sending = senders.filter((_, index) => index % 20 !== 19);
  const files = senders.map((one) => dayFileOf(one, DAY).toString('base64'));
  const morning = files.filter((_, index) => index % 20 !== 19);
  let level: Level | undefined;
  const start = await seconds(async () => (level = await opened(place)));
  if (level === undefined) throw new Error('opened');
  const open: Level = level;
  try {
    const after = await board(open, past[0]);
    let told = new Map<string, number>();
    // As many files as there are offices: a twentieth comes twice.
    const all = [...morning, ...morning.slice(0, files.length - morning.length)];
    const received = await seconds(async () => (told = await handIn(open, morning)));
    const again = await seconds(async () => handIn(open, all));
    const share = files.length / morning.length;
    const many = `${files.length} files`;
    const rows = [
      figure(
        `${engine}: ${size.past} offices × ${size.days} days`,
        `${short(size.past * size.days)} files`,
        `filled in ${short(filled + rest)} s; a file has ${sample.length} bytes`,
      ),
      atMost('start', start, 2, ' s'),
      atMost(
        `morning of ${many}`,
        received * share,
        (budget.morning * files.length) / 3_321,
        ' s',
        `${short(morning.length / received)} a second; ${told.get('new') ?? 0} of ${sending.length} new`,
      ),
      atMost(`the same ${many} again`, again, (budget.again * files.length) / 3_321, ' s'),
      atMost(
        'board: all the past / a tenth of it',
        after / before,
        1.5,
        ' ×',
        `${short(after)} / ${short(before)} ms`,
      ),
      ...(await looks(open, office)),
    ];
    if (engine === 'postgresql') {
      const next = senders.slice(0, 400).map((one) => dayFileOf(one, addDays(DAY, 1)).toString('base64'));
      rows.push(await fourClerks(place, next));
    }
    return rows.map((row) => ({
      ...row,
      what: row.what.startsWith(engine) ? row.what : `${engine}: ${row.what}`,
    }));
  } finally {
    await open.close();
  }
}

/** The receiving level on both engines: its morning, and what is looked at over its past. */
export async function receivingLevel(server: LevelSize, clerk: LevelSize): Promise<Row[]> {
  const folder = benchFolder('level');
  const other = benchFolder('level-server');
  try {
    const rows = await measured('sqlite', { folder: folder.path }, clerk, { morning: 20, again: 6 });
    const postgres = await newServer(['shared_buffers=256MB', 'max_wal_size=2GB']);
    if (typeof postgres === 'string') return [...rows, notMeasured('level on PostgreSQL', postgres)];
    try {
      const place = { folder: other.path, database: await postgres.newDatabase() };
      return [...rows, ...(await measured('postgresql', place, server, { morning: 15, again: 6 }))];
    } finally {
      postgres.stop();
    }
  } finally {
    folder.remove();
    other.remove();
  }
}
