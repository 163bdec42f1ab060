// `npm run bench`: measures the program against a raw store, and other programs, in the same run; prints the table of budgets.
import { ensureBuilt } from './build.mjs';
import { runNode } from './tools.mjs';

if (!process.argv.includes('--help')) await ensureBuilt();
const { code } = await runNode('tests/bench/bench.ts', process.argv.slice(2), { flags: ['--expose-gc'] });
process.exitCode = code;
