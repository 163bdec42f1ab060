// One invented day, played over HTTP by several counters, from the first number to the exported counts.
//   --citizens 200 --counters 3 --seed 1 --day 2026-11-23   the day
//   --url <address> --token <token>                         a host that is already running; without it one is started for the day
//   --out <folder>                                          where the files are written
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import type { Clock } from '#electron/desk/clock.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { newTokens } from '#electron/host/access-tokens.ts';
import { trainingFolder } from '#electron/host/data-folder.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { programVersion } from '#electron/host/program-files.ts';
import { startHost } from '#electron/host/start-host.ts';
import { withToken } from '#tests/support/with-token.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import {
  deskContract,
  type DeskClient,
  type Input,
  type MethodName,
  type Output,
} from '#shared/contract/desk-contract.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { isIsoDate } from '#shared/domain/calendar/business-date.ts';
import { playDay, type PlayedDay, type PlayerCall } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';
import { compareCounts, dayTable } from './day-table.ts';
import { readEventLog } from './event-log.ts';
import { recountDay } from './recount.ts';

/** From 07:30 to 17:00; nobody new comes after eight hours. */
const opensAt = '00:30:00.000Z';
const openMinutes = 570;

type Plan = { citizens: number; counters: number; seed: number; day: string };
type DemoHost = {
  readonly url: string;
  readonly token: string;
  /** Moves the clock of a host of our own to a minute of the day; a foreign host keeps its own time. */
  readonly at?: (minute: number) => void;
  close(): Promise<void>;
};

/** Where a line goes. */
type Say = (line: string) => void;

/** Why no day can be played, in words. */
class NotPlayed extends Error {}

function fail(text: string): never {
  throw new NotPlayed(text);
}

const usage = `Cách dùng / Usage: npm run demo-day -- [--citizens 200] [--counters 3] [--seed 1] [--day 2026-11-23]
  [--url <address> --token <token>] [--out <folder>]`;

/** The options; refused with the usage where they cannot be understood. */
function parsedOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        citizens: { type: 'string', default: '200' },
        counters: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        day: { type: 'string', default: '2026-11-23' },
        url: { type: 'string' },
        token: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function planOf(values: ReturnType<typeof parsedOptions>) {
  const whole = (name: 'citizens' | 'counters' | 'seed', least: number, most: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    return fail(`--${name} phải là số nguyên từ ${least} đến ${most}.`);
  };
  if (!isIsoDate(values.day)) fail('--day phải là một ngày có thật, viết như 2026-11-23.');
  if ((values.url === undefined) !== (values.token === undefined))
    fail('--url và --token phải đi cùng nhau; cả hai nằm ở dòng đầu mà máy chủ in ra.');
  return {
    citizens: whole('citizens', 1, 5000),
    counters: whole('counters', 1, 30),
    seed: whole('seed', 0, 4_294_967_295),
    day: values.day,
    url: values.url?.replace(/\/$/, ''),
    token: values.token,
    out: values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'quay-tiep-dan-so-lieu-')),
  };
}

/** A host over an empty folder whose clock is moved through the day by hand, so that the times come out as on a real day. */
async function ownHost(day: string): Promise<DemoHost> {
  const folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-demo-'));
  let passed = 0;
  const start = Date.parse(`${day}T${opensAt}`);
  const clock: Clock = {
    now: () => new Date(start + passed).toISOString(),
    monotonic: () => passed,
  };
  const version = programVersion();
  const tokens = newTokens();
  const desk = (training: boolean) =>
    keepDesk(
      () => openDesk({ folder: training ? trainingFolder(folder) : folder, clock, version, training }),
      clock.monotonic,
    );
  const host = await startHost({
    desks: { office: desk(false), training: desk(true) },
    tokens,
    port: 0,
    rendererFolder: folder,
    version,
    clock,
  });
  return {
    url: host.url,
    token: tokens.token,
    at: (minute) => (passed = minute * 60_000),
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

function asker(client: DeskClient): Ask {
  return async (method, input) => {
    const reply = await client.call(method, input, keyFor(method));
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  };
}

function keyFor(method: MethodName): string | undefined {
  return deskContract[method].kind === 'command' ? randomUUID() : undefined;
}

/** The counters to play at: those of an office that stands, or a new office. */
async function prepareOffice(ask: Ask, plan: Plan, say: Say): Promise<string[]> {
  const office =
    (await ask('office.show', {})) ??
    (await ask('office.set-up', {
      name: 'Công an phường Bình Minh (dữ liệu mẫu)',
      code: 'MAU-01',
      receivingLevel: 'Phòng PC06, Công an tỉnh (mẫu)',
      counters: Array.from({ length: plan.counters }, (_, index) => `Quầy ${index + 1}`),
    }));
  const active = office.counters.filter((counter) => counter.active).slice(0, plan.counters);
  if (active.length < plan.counters) say(`Đơn vị chỉ có ${active.length} quầy đang dùng.`);
  return active.map(({ id }) => id);
}

/** Opens the day of the plan, unless a day is open already: then that one is played. */
async function openDay(ask: Ask, plan: Plan): Promise<string> {
  const { open } = await ask('day.status', {});
  if (open !== null) return open.businessDay;
  return (await ask('day.open', { businessDay: plan.day, confirmed: true })).businessDay;
}

async function playOverHttp(
  host: DemoHost,
  client: DeskClient,
  plan: Plan,
  counterIds: string[],
  businessDay: string,
): Promise<PlayedDay & { calls: number; seconds: number }> {
  let calls = 0;
  const call = ((method: MethodName, input: never) => {
    calls += 1;
    return client.call(method, input, keyFor(method));
  }) as PlayerCall;
  const started = performance.now();
  const played = await playDay({
    visitors: sampleDay({ seed: plan.seed, citizens: plan.citizens, businessDay }),
    counterIds,
    call,
    untilMinute: openMinutes,
    ...(host.at === undefined ? {} : { at: host.at }),
  });
  return { ...played, calls, seconds: (performance.now() - started) / 1000 };
}

async function exportDay(ask: Ask, businessDay: string, folder: string, say: Say): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let path = '';
  for (const format of ['xlsx', 'csv', 'json', 'day-file'] as const) {
    const file = await exported(ask, { subject: { kind: 'day', businessDay }, format, folders: [] });
    path = join(folder, file.fileName);
    writeFileSync(path, Buffer.from(file.base64, 'base64'));
    say(`Đã xuất ${path}`);
  }
  const { keyId } = await ask('export.key', {});
  say(`Kiểm tra tệp đã ký / Check the signed file:\n  npm run verify -- ${path} --key ${keyId}`);
}

/** Orders a file and asks for it until it is made. */
async function exported(ask: Ask, order: Input<'export.start'>): Promise<Output<'export.fetch'>> {
  const { exportId } = await ask('export.start', order);
  for (;;) {
    const job = (await ask('export.list', {})).find((one) => one.exportId === exportId);
    if (job?.state !== 'running') return ask('export.fetch', { exportId });
  }
}

/** Lays the report beside what the event log alone says; gives the sentences of what differs. */
async function check(host: DemoHost, ask: Ask, report: DayReport, say: Say): Promise<readonly string[]> {
  const events = await readEventLog(host);
  const { compared, differences } = compareCounts(report, recountDay(events, report.businessDay));
  const chain = await ask('system.verify-events', {});
  const broken = chain.firstBroken === null ? [] : [`chuỗi nhật ký không khớp từ dòng ${chain.firstBroken}`];
  const wrong = [...differences, ...broken];
  say(
    wrong.length === 0
      ? `Đối chiếu: ${compared} số liệu khớp với ${events.length} dòng nhật ký đếm lại từ đầu; chuỗi nhật ký nguyên vẹn.`
      : `Đối chiếu: KHÔNG khớp với nhật ký.\n  ${wrong.join('\n  ')}`,
  );
  return wrong;
}

/** Plays the day that the arguments of a command line tell of; gives the exit code. */
async function playAsAsked(args: readonly string[], say: Say): Promise<number> {
  const values = parsedOptions(args);
  if (values.help) {
    say(usage);
    return 0;
  }
  const { url, token, out, ...plan } = planOf(values);
  const host: DemoHost =
    url === undefined || token === undefined
      ? await ownHost(plan.day)
      : { url, token, close: () => Promise.resolve() };
  try {
    const client = httpDesk({ base: host.url, access: withToken(host.token) });
    const ask = asker(client);
    const counterIds = await prepareOffice(ask, plan, say);
    const businessDay = await openDay(ask, plan);
    const played = await playOverHttp(host, client, plan, counterIds, businessDay);
    const report = await ask('day.close', { businessDay, leftovers: 'left' });
    say(
      `${played.issued} người, ${counterIds.length} quầy: ${played.calls} lời gọi qua HTTP trong ${played.seconds.toFixed(1)} giây.\n`,
    );
    say(`${dayTable(report)}\n`);
    const wrong = await check(host, ask, report, say);
    await exportDay(ask, businessDay, out, say);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await host.close();
  }
}

/** As the command says it: what it did, or why it did nothing. */
export async function demoDay(args: readonly string[], say: Say, complain: Say): Promise<number> {
  try {
    return await playAsAsked(args, say);
  } catch (error) {
    if (!(error instanceof NotPlayed)) throw error;
    complain(error.message);
    return 1;
  }
}

if (import.meta.main)
  process.exitCode = await demoDay(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
