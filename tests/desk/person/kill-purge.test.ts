import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { childScript } from '#tests/support/child-script.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, testClock } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const KILLS = size('QTD_KILLS', 1, 10);
/** Several steps of a purge. */
const PEOPLE = 160;
const DAY = '2026-11-20';
const script = childScript(join(import.meta.dirname, 'purge-and-wait.ts'));

test(
  'a purge killed at any step takes nobody half: each person is there or gone, the figures stay, and the next one ends it',
  { timeout: 60_000 + KILLS * 4_000 },
  async () => {
    const folder = temporaryFolder();
    const ask = async (desk: ReturnType<typeof deskIn>['desk'], method: string, input: unknown) => {
      const reply = await desk.dispatch(method, input, { role: 'leader' }, uuid());
      if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
      return reply.value;
    };
    const first = deskIn(folder, { clock: testClock('2026-11-20T00:30:00.000Z') });
    await ask(first.desk, 'office.set-up', {
      name: 'Công an phường Bình Minh',
      code: 'BM-01',
      receivingLevel: 'PC06',
      counters: ['Quầy 1'],
    });
    await ask(first.desk, 'day.open', { businessDay: DAY });
    for (let count = 0; count < PEOPLE; count += 1) {
      const person = {
        fullName: `Nguyễn Thị Thử ${count}`,
        idNumber: `001190${String(count).padStart(6, '0')}`,
      };
      await ask(first.desk, 'ticket.issue', {
        requests: [{ procedure: 'lock', subject: 'citizen', person }],
      });
    }
    await ask(first.desk, 'day.close', { businessDay: DAY, leftovers: 'left' });
    const report = await ask(first.desk, 'report.day', { businessDay: DAY });
    first.desk.close();

    const left: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const copy = join(temporaryFolder(), 'data');
      cpSync(folder, copy, { recursive: true });
      const child = spawn(process.execPath, [script, copy], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      for await (const line of createInterface(child.stdout))
        if (line === 'person.purged' && Math.random() < 0.5) child.kill('SIGKILL');
      await exited;
      const { desk, store } = deskIn(copy, { clock: testClock('2026-11-21T00:30:00.000Z') });
      const held = store
        .prepare<[], { people: number; names: number; named: number }>(
          `SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM person_name) AS names,
             (SELECT count(DISTINCT person_id) FROM request WHERE person_id IS NOT NULL) AS named`,
        )
        .get();
      const people = held?.people ?? -1;
      expect(held).toEqual({ people, names: people, named: people });
      left.push(people);
      expect(await ask(desk, 'report.day', { businessDay: DAY })).toEqual(report);
      expect(await ask(desk, 'system.verify-events', {})).toMatchObject({ firstBroken: null });
      desk.close();
      const last = deskIn(copy, { clock: testClock('2027-06-01T00:30:00.000Z') });
      expect(await ask(last.desk, 'data.purge', {})).toEqual({ people });
      last.desk.close();
      expect(readFileSync(join(copy, 'desk.db')).includes('Nguyễn Thị Thử')).toBe(false);
    }
    console.log(`people left after each kill of a purge: ${left.join(', ')}`);
  },
);
