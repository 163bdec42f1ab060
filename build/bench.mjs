// `npm run bench`: measures the program against a raw store in the same run and prints the table of budgets.
import { ensureBuilt } from './build.mjs';
import { runNode } from './tools.mjs';

await ensureBuilt();
const { code } = await runNode('tests/bench/bench.ts', process.argv.slice(2), { flags: ['--expose-gc'] });
process.exitCode = code;
