// `npm run demo-day -- --citizens 200`: replays one invented day against a host and prints its counts.
import { ensureBuilt } from './build.mjs';
import { runNode } from './tools.mjs';

await ensureBuilt();
const { code } = await runNode('tests/support/demo-day.ts', process.argv.slice(2));
process.exitCode = code;
