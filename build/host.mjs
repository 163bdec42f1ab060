// `npm run host -- --data <folder> --port <n>`: the desk over HTTP. Its first line of output is JSON, `{"url", "token"}`.
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { ensureBuilt } from './build.mjs';
import { hostFile } from './tools.mjs';

await ensureBuilt();
// Must be said before the program is loaded; it does here what `memoryFlags` do for a process of its own.
setFlagsFromString('--semi-space-growth-factor=1');
// In this process: it reads the same arguments, and a signal reaches it directly.
await import(pathToFileURL(hostFile).href);
