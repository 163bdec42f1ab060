/** Opens the store of a folder in a process of its own; prints what came of it, and holds an open store until its input ends. */
import { openStore } from '#electron/desk/store/open-store.ts';

const [folder = ''] = process.argv.slice(2);
const started = performance.now();
const result = openStore({ folder, create: true, now: '2026-11-20T00:30:00.000Z', moved: true });
const milliseconds = performance.now() - started;
process.stdout.write(`${JSON.stringify({ answer: result.ok ? 'opened' : result.reason, milliseconds })}\n`);
if (result.ok) {
  process.stdin.on('end', () => result.store.close());
  process.stdin.resume();
}
