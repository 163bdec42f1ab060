/** Gives numbers and makes copies of a folder without end; killed by a test at a random moment. Tells each number and copy. */
import { v7 as uuid } from 'uuid';
import { systemClock } from '#electron/desk/clock.ts';
import { openDesk } from '#electron/desk/open-desk.ts';

const [folder = ''] = process.argv.slice(2);
const opened = openDesk({ folder, clock: systemClock });
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
const call = async (method: string, input: unknown): Promise<Record<string, unknown>> => {
  const reply = await opened.desk.dispatch(method, input, { role: 'leader' }, uuid());
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as Record<string, unknown>;
};
const say = (word: string, what: unknown): void => void process.stdout.write(`${word} ${String(what)}\n`);

async function copying(): Promise<never> {
  for (;;) {
    say('copying', '');
    say('copy', (await call('backup.make', {}))['id']);
  }
}

async function issuing(): Promise<never> {
  for (;;) {
    const requests = [{ procedure: 'level-2', subject: 'citizen' }];
    say('number', (await call('ticket.issue', { requests }))['number']);
    await new Promise((next) => void setImmediate(next));
  }
}

await Promise.all([copying(), issuing()]);
