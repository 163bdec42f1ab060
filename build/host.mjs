// `npm run host -- --data <folder> --port <n>`: the desk over HTTP. Its first line of output is JSON, `{"url", "token"}`.
import { ensureBuilt } from './build.mjs';
import { hostFile, runNode } from './tools.mjs';

await ensureBuilt();
const { code } = await runNode(hostFile, process.argv.slice(2), {
  flags: ['--enable-source-maps'],
  cwd: process.cwd(), // a relative --data folder is the caller's
});
process.exitCode = code;
