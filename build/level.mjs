// `npm run level -- --data <folder> --port <n>`: the receiving level over HTTP. Its first line of output is JSON, `{"url", "token"}`.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { levelFile } from './tools.mjs';

await ensureBuilt();
// In this process: it reads the same arguments, and a signal reaches it directly.
await import(pathToFileURL(levelFile).href);
