import { BUSY_MS } from '#electron/desk/store/connection.ts';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { childScript } from '#tests/support/child-script.ts';
import { readFileIdentity } from '#electron/desk/store/file-identity.ts';
import { addEvent, copyOf, filledFolder, open, opened, reasonOf, temporaryFolder } from './store-folder.ts';

const script = childScript(join(import.meta.dirname, 'hold-store.ts'));

type Answer = { answer: string };

/** Another process tries the folder and leaves at once. */
function tryFrom(folder: string): Answer {
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder], { input: '', encoding: 'utf8' });
  const line = stdout.split('\n', 1)[0] ?? '';
  if (line === '') throw new Error(stderr);
  return JSON.parse(line) as Answer;
}

it('another process is refused without a long wait while the desk is open, and let in afterwards', () => {
  const folder = filledFolder(10);
  const store = opened(folder);
  const second = tryFrom(folder);
  expect(second.answer).toBe('locked');
  // The only wait on the way to this refusal.
  expect(BUSY_MS).toBeLessThan(1000);
  store.write(() => addEvent(store, 11));
  store.close();
  expect(tryFrom(folder).answer).toBe('opened');
});

it('this process is refused where another one holds the file, without writing to it', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect((JSON.parse(line) as Answer).answer).toBe('opened');
  expect(reasonOf(open(folder))).toBe('locked');
  child.stdin.end();
  await once(child, 'exit');
  expect(reasonOf(open(folder))).toBe('opened');
});

it('a second open in the same process is refused and does not loosen the lock of the first', () => {
  const folder = filledFolder(1);
  const store = opened(folder);
  expect(reasonOf(open(folder))).toBe('locked');
  expect(reasonOf(open(`${folder}/../${folder.split('/').at(-1)}`))).toBe('locked');
  expect(tryFrom(folder).answer).toBe('locked');
  store.close();
  expect(reasonOf(open(folder))).toBe('opened');
});

it('a killed process leaves no lock and no lost row', async () => {
  const folder = copyOf(filledFolder(10));
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(createInterface(child.stdout), 'line');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(opened(folder).prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()).toEqual({
    n: 10,
  });
  expect(readFileIdentity(join(folder, 'desk.db'), null)).toMatchObject({ form: 'sqlite' });
});
