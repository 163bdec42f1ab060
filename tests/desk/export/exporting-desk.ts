/**
 * A desk that exports one closed day over and over into two folders, in a process of its own: XLSX by the worker thread, and the
 * signed file. Prints a line when all of a round is verified.
 */
import { v7 as uuid } from 'uuid';
import { openDesk } from '#electron/desk/open-desk.ts';
import type { ExportJob } from '#shared/contract/export.ts';

const [data = '', ...folders] = process.argv.slice(2);
const leader = { role: 'leader' } as const;
const opened = openDesk({ folder: data });
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
const { desk } = opened;

async function ask(method: string, input: unknown): Promise<unknown> {
  const reply = await desk.dispatch(method, input, leader, uuid());
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

if ((await ask('office.show', {})) === null) {
  await ask('office.set-up', { name: 'Xã Thử', code: '7', receivingLevel: 'PC06', counters: ['Quầy 1'] });
  await ask('day.open', { businessDay: '2026-11-20' });
  await ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
  await ask('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
}
const subject = { kind: 'day', businessDay: '2026-11-20' };
for (;;) {
  for (const format of ['xlsx', 'day-file', 'csv']) await ask('export.start', { subject, format, folders });
  for (;;) {
    const jobs = (await ask('export.list', {})) as ExportJob[];
    if (jobs.some(({ state }) => state === 'failed')) throw new Error(JSON.stringify(jobs));
    if (jobs.every(({ state }) => state !== 'running')) break;
    await new Promise((done) => setImmediate(done));
  }
  process.stdout.write('verified\n');
}
