// The compiler for build/mutate.mjs: one language server that keeps the projects in memory and is asked about a few files.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandFile } from './tools.mjs';

/** Unused names are errors here and hints to an editor. */
const UNUSED = new Set([6133, 6192, 6196, 6198, 6199]);

/** Starts the server over the sources of a folder; `textOf` gives what a file says without any change. */
export async function startTypes(folder, textOf) {
  const child = spawn(process.execPath, [commandFile('typescript', 'tsc'), '--lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map();
  const uriOf = (file) => pathToFileURL(join(folder, file)).href;
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const request = (method, params) =>
    new Promise((done) => {
      const id = lastId++;
      waiting.set(id, done);
      send({ id, method, params });
    });
  let lastId = 1;
  let heard = Buffer.alloc(0);
  child.stdout.on('data', (part) => {
    heard = Buffer.concat([heard, part]);
    for (;;) {
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const end = head + 4 + Number(/\d+/.exec(heard.subarray(0, head))?.[0]);
      if (heard.length < end) return;
      const { id, method, params, result } = JSON.parse(heard.subarray(head + 4, end));
      heard = heard.subarray(end);
      if (method === undefined) waiting.get(id)?.(result);
      else if (id !== undefined) send({ id, result: params?.items?.map(() => null) ?? null });
    }
  });
  const rootUri = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  send({ method: 'initialized', params: {} });

  const isWrong = async (file) => {
    const answer = await request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } });
    return (answer?.items ?? []).some(({ severity, code }) => severity === 1 || UNUSED.has(code));
  };
  const open = (file, text) => {
    const languageId = file.endsWith('x') ? 'typescriptreact' : 'typescript';
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: uriOf(file), languageId, version: 1, text } },
    });
  };
  const close = (file) =>
    send({ method: 'textDocument/didClose', params: { textDocument: { uri: uriOf(file) } } });

  return {
    /** Whether a file with another text, and the others beside it, are free of errors. */
    async hold(file, text, others) {
      open(file, text);
      let isSound = !(await isWrong(file));
      for (const other of others) {
        if (!isSound) break;
        open(other, textOf(other));
        isSound = !(await isWrong(other));
        close(other);
      }
      close(file);
      return isSound;
    },
    end: () => child.kill(),
  };
}
