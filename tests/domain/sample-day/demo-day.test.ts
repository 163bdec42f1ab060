// @module-tag slow
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { demoDay } from '#tests/support/demo-day.ts';
import { compareCounts } from '#tests/support/day-table.ts';
import { recountDay } from '#tests/support/recount.ts';
import { loadClient } from '#tests/support/load-client.ts';
import { runHost } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const script = fileURLToPath(new URL('../../support/demo-day.ts', import.meta.url));

type Said = { code: number | null; text: string };

/** The program, as its command starts it. */
function program(...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
  return new Promise((done) => child.once('close', (code) => done({ code, text })));
}

/** The same in this process: it starts once. */
async function played(...args: string[]): Promise<Said> {
  let text = '';
  const tell = (line: string) => void (text += `${line}\n`);
  return { code: await demoDay(args, tell, tell), text };
}

/** The figures of the last line of the table of requests: one for each outcome, what is open, and the sum. */
function totals(text: string): number[] {
  const line = text.split('\n').find((one) => one.startsWith('Tổng')) ?? '';
  return line.split(/\s+/).slice(1).map(Number);
}

test(
  'the demo day is played, counted, checked against its log and exported',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder('demo');
    const args = ['--citizens', '12', '--counters', '2', '--seed', '4', '--out', folder];
    const { code, text } = await program(...args);
    expect({ code, text }).toMatchObject({ code: 0 });
    expect(text).toContain('12 người, 2 quầy');
    expect(text).toMatch(/Đối chiếu: \d+ số liệu khớp với \d+ dòng nhật ký/);
    const sums = totals(text);
    expect(sums.at(-1)).toBeGreaterThanOrEqual(12);
    expect(sums.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(sums.at(-1));

    const files = readdirSync(folder).toSorted();
    expect(files.map((name) => extname(name)).toSorted()).toEqual(['.csv', '.json', '.json', '.xlsx']);
    const book = files.find((name) => name.endsWith('.xlsx')) ?? '';
    expect(readFileSync(join(folder, book)).subarray(0, 2).toString()).toBe('PK');
  },
);

test('a host that is already running is played on as it stands', { timeout: 60_000 }, async () => {
  const host = await runHost(temporaryFolder('demo-host'));
  onTestFinished(() => host.stop());
  const folder = temporaryFolder('demo-out');
  const args = ['--url', host.url, '--token', host.token, '--citizens', '12', '--day', '2026-11-24'];
  const { code, text } = await played(...args, '--out', folder);
  expect({ code, text }).toMatchObject({ code: 0 });
  const client = loadClient(host);
  onTestFinished(() => client.close());
  const report = await client.call('report.day', { businessDay: '2026-11-24' });
  expect(report).toMatchObject({ ok: true, value: { tickets: { issued: 12, open: 0 }, version: 1 } });
});

test('an impossible day is refused in words', async () => {
  expect(await played('--day', '2026-02-30')).toEqual({
    code: 1,
    text: '--day phải là một ngày có thật, viết như 2026-11-23.\n',
  });
});

test('a single figure that differs is found and named', () => {
  const outcomes = { taken: 1, 'papers-missing': 0, referred: 0, guided: 0, left: 0, cancelled: 0 };
  const row = { procedure: 'lock' as const, total: 1, open: 0, byOutcome: outcomes, activated: 0 };
  const counts = (seen: number) => ({
    tickets: { issued: 1, priority: 0, served: 1, notHere: 0, left: 0, cancelled: 0, open: 0 },
    requests: { total: 1, open: 0, byOutcome: outcomes, byProcedure: [row] },
    papers: [{ paper: 'tax-number', seen, missing: 0, mismatch: 0, notWanted: 0, inVneid: 0 }],
    activated: 0,
    breakdowns: recountDay([], '2026-11-23').breakdowns,
  });
  expect(compareCounts(counts(2), counts(2)).differences).toEqual([]);
  expect(compareCounts(counts(2), counts(3)).differences).toEqual(['tax-number.seen: 2 ≠ 3']);
});
