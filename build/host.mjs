// `npm run host -- --data <folder> --port <n>`: the desk over HTTP. Its first line of output is JSON, `{"url", "token"}`.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { hostFile } from './tools.mjs';

await ensureBuilt();
process.setSourceMapsEnabled(true);
// In this process: it reads the same arguments, and a signal reaches it directly.
await import(pathToFileURL(hostFile).href);
