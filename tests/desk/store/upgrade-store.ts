/** Upgrades the store of a folder in a process of its own, to be killed meanwhile; prints milliseconds since the process began. */
import { openStore } from '#electron/desk/store/open-store.ts';
import { upgraded } from './upgrade-steps.ts';

const [folder = ''] = process.argv.slice(2);
const say = (word: string): void => void process.stdout.write(`${word} ${Math.round(performance.now())}\n`);
say('begun');
const result = openStore(
  { folder, create: true, now: '2026-11-21T00:30:00.000Z', moved: true },
  { migrations: upgraded },
);
say(result.ok ? 'opened' : result.reason);
if (result.ok) result.store.close();
