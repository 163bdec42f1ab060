import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#electron/desk/store/open-store.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { childScript } from '#tests/support/child-script.ts';
import { copyingDesk } from '#tests/support/copying-desk.ts';
import { cutPower, filesOf, readTrace, STRACE } from '#tests/support/power-cut.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { size } from '#tests/support/sizes.ts';

const cuts = size('POWER_CUTS', 6, 100);
/** Enough to bring the log into the database in the course of the day, and once more at its end. */
const NUMBERS = 130;

test(
  `${cuts} power cuts at any moment, unsynced sectors kept by chance: every number that was told is there`,
  { timeout: 120_000 + cuts * 2_000 },
  async (context) => {
    const { folder, root, desk } = await copyingDesk();
    desk.close();
    const before = filesOf(folder);
    const file = join(root, 'trace');
    const script = childScript(join(import.meta.dirname, 'issue-on.ts'));
    const traced = spawnSync(
      'strace',
      [...STRACE, '-o', file, process.execPath, script, folder, String(NUMBERS)],
      { encoding: 'utf8' },
    );
    if (traced.error !== undefined || /ptrace|PTRACE/.test(traced.stderr))
      return context.skip('strace is not on this machine, or may not watch: no power was cut');
    expect(traced.stdout.trim().split('\n')).toHaveLength(NUMBERS);
    const trace = readTrace(readFileSync(file, 'utf8'), folder, before);
    const { steps } = trace;
    // Half of the cuts fall where the log is brought into the database, the rarest and longest of all steps.
    const id = [...before.keys()].indexOf('desk.db');
    const bringing = steps.flatMap((step, at) => (step.kind === 'write' && step.file === id ? [at] : []));
    expect(bringing.length).toBeGreaterThan(20);

    const luck = chance(Number(process.env['POWER_SEED'] ?? 20261129));
    const whole = (most: number): number => luck.whole(0, most - 1);
    let lost = 0;
    for (let round = 0; round < cuts; round += 1) {
      const at = round % 2 === 0 ? whole(steps.length) : (bringing[whole(bringing.length)] ?? 0) + whole(12);
      const after = join(temporaryFolder('cut'), 'data');
      const told = cutPower(trace, at, after, () => whole(1_000_000) / 1_000_000)
        .join('')
        .trim();
      const opened = openStore({
        folder: after,
        create: false,
        now: '2026-11-20T03:00:00.000Z',
        moved: true,
      });
      const where = `cut ${round} before step ${at} of ${steps.length}`;
      if (!opened.ok) expect.fail(`${where}: ${opened.reason}, ${opened.detail}`);
      const last = Number(told.split('\n').at(-1)?.slice(1) ?? 0);
      const held = opened.store.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()?.n ?? 0;
      if (held < last) lost += 1;
      expect(held, where).toBeGreaterThanOrEqual(last);
      while (opened.store.checks?.pages.step() === true);
      expect(opened.store.checks?.pages.wrong.count, where).toBe(0);
      opened.store.close();
      rmSync(after, { recursive: true, force: true });
    }
    console.log(`power cuts: ${cuts}, numbers lost in ${lost}`);
  },
);
