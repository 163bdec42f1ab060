// `npm run dev`: the pages from Vite with hot reload, and the desk from its sources, restarted when they change.
// `/` lists the pages with their tokens: it is for the developer of this PC, over data that is his own.
import { createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { pageConfig } from './build.mjs';
import { startHost } from './host-process.mjs';
import { root } from './tools.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'data/dev') },
    port: { type: 'string', default: '5173' },
  },
});
const hostPort = await freePort();
const host = `http://127.0.0.1:${hostPort}`;
// To the host the pages look like its own: it checks who asks.
const proxy = { target: host, changeOrigin: true, headers: { origin: host } };

/** The pages' addresses, once the host has told its tokens. */
let windows = [];
const index = {
  name: 'index',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url !== '/') return next();
      const links = windows.map(({ name, address }) => `<li><a href="${address}">${name}</a></li>`);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        links.length === 0
          ? '<meta http-equiv="refresh" content="1"><p>Đang mở bàn… / The desk is starting…</p>'
          : `<title>Quầy Tiếp Dân</title><ul>${links.join('')}</ul>`,
      );
    });
  },
};

const config = await pageConfig();
const server = await createServer({
  ...config,
  plugins: [...config.plugins, index],
  logLevel: 'info',
  server: {
    host: '127.0.0.1',
    port: Number(values.port),
    fs: { allow: [root] },
    proxy: { '/desk': proxy, '/access': proxy, '/events': proxy, '/training': proxy, '/openapi.json': proxy },
  },
});
await server.listen();
const pages = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${values.port}/`;

const running = await startHost(['--data', values.data, '--port', String(hostPort)], {
  file: join(root, 'electron/host/host-cli.ts'),
  flags: ['--watch', '--watch-preserve-output', '--enable-source-maps'],
  onAddress({ token, displayToken }) {
    windows = [
      { name: 'Quầy / Counter', address: `${pages}counter.html#token=${token}` },
      { name: 'Màn hình chờ / Wall', address: `${pages}display.html#token=${displayToken}` },
      { name: 'openapi.json', address: `${pages}openapi.json` },
    ];
    for (const { name, address } of windows) process.stdout.write(`${name}: ${address}\n`);
  },
});
process.exitCode = await running.ended;
await server.close();

/** A port for the host that stays the same over its restarts. */
async function freePort() {
  const probe = createProbe();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}
