import { globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { windowArguments } from '#electron/host/browser-window.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { startHost } from '#electron/host/start-host.ts';
import { rawRequest } from '#tests/support/raw-http.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** Built pages with a secret beside them, and a host that serves them. */
async function servedPages() {
  const folder = temporaryFolder('pages');
  const pages = join(folder, 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');
  writeFileSync(
    join(pages, 'counter.html'),
    '<!doctype html><html><head><title>x</title></head><body>MỘT</body></html>',
  );
  writeFileSync(join(pages, 'assets/counter-abc.js'), 'export const x = 1;');
  writeFileSync(join(pages, 'assets/counter-abc.js.map'), 'SECRET');
  writeFileSync(join(pages, 'assets/be-vietnam.woff2'), 'font');
  writeFileSync(join(pages, 'desk.db'), 'SECRET');
  writeFileSync(join(pages, '.env'), 'SECRET');
  symlinkSync(join(folder, 'secret.txt'), join(pages, 'link.txt'));
  const closed = keepDesk(
    () => ({ ok: false, problem: { code: 'desk-closing' } }),
    () => 0,
  );
  const host = await startHost({
    desks: { office: closed, training: closed },
    tokens: newTokens(),
    port: 0,
    rendererFolder: pages,
    version: '0.0.0',
  });
  onTestFinished(() => host.close());
  return { pages, host, get: (path: string) => rawRequest(host.url, { path }) };
}

test('a page comes with a policy that lets it use its own files and nothing else', async () => {
  const { get } = await servedPages();
  const { status, headers, text } = await get('/counter.html');
  expect(status).toBe(200);
  expect(text).toContain('MỘT');
  const policy = String(headers['content-security-policy']);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy.replaceAll(nonce ?? '-', 'N').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'nonce-N'",
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]);
  expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  const again = await get('/counter.html');
  expect(again.headers['content-security-policy']).not.toBe(policy);
});

test('the address of the host leads to the counter, with its query', async () => {
  const { get } = await servedPages();
  expect((await get('/')).headers.location).toBe('/counter.html');
  const { status, headers } = await get('/?training=1');
  expect({ status, location: headers.location }).toEqual({
    status: 302,
    location: '/counter.html?training=1',
  });
});

test('files with a hash in their name may be kept, fonts have their type', async () => {
  const { get } = await servedPages();
  expect((await get('/assets/counter-abc.js')).headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/assets/be-vietnam.woff2')).headers['content-type']).toBe('font/woff2');
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..\\secret.txt',
  '/%5c..%5csecret.txt',
  '//secret.txt',
  '/./../secret.txt',
  '/....//secret.txt',
  '/link.txt',
  '/desk.db',
  '/.env',
  '/assets/counter-abc.js.map',
  '/assets/',
  '/assets',
  '/counter.html/',
  '/counter.html%00.txt',
  '/COUNTER.HTML',
  '/etc/passwd',
  '/file:///etc/passwd',
])('%s leads nowhere', async (path) => {
  const { get } = await servedPages();
  const { status, text } = await get(path);
  expect([400, 404]).toContain(status);
  expect(text).toMatch(/"ok":false/);
  expect(text).not.toContain('SECRET');
});

test('a new build is served without a restart', async () => {
  const { pages, get } = await servedPages();
  await get('/counter.html');
  rmSync(join(pages, 'assets/counter-abc.js'));
  writeFileSync(join(pages, 'assets/counter-def.js'), 'export const x = 2;');
  writeFileSync(join(pages, 'counter.html'), '<html><head></head><body>HAI</body></html>');
  expect((await get('/counter.html')).text).toContain('HAI');
  expect((await get('/assets/counter-def.js')).status).toBe(200);
  expect((await get('/assets/counter-abc.js')).status).toBe(404);
});

test.each([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
  ['webp', 'image/webp'],
  ['woff2', 'font/woff2'],
  ['wasm', 'application/wasm'],
  ['webmanifest', 'application/manifest+json'],
  ['mp3', 'audio/mpeg'],
  ['ogg', 'audio/ogg'],
  ['txt', 'text/plain; charset=utf-8'],
])(
  'a file that ends with .%s is told as %s: a browser that may not guess uses it as nothing else',
  async (ending, type) => {
    const { pages, get } = await servedPages();
    writeFileSync(join(pages, `assets/some.${ending}`), 'x');
    const { status, headers } = await get(`/assets/some.${ending}`);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      type,
      'nosniff',
    ]);
  },
);

test('the window of host mode is as large as the screen, has a profile of its own, and no page is offered a translation', () => {
  const address = 'http://127.0.0.1:4321/#token=t';
  const asked = windowArguments(address, '/data/window', false);
  expect(asked).toEqual(
    expect.arrayContaining([
      `--app=${address}`,
      '--user-data-dir=/data/window',
      '--start-maximized',
      '--disable-features=Translate',
    ]),
  );
  expect(asked).not.toContain('--no-sandbox');
  expect(windowArguments(address, '/data/window', true)).toEqual([...asked, '--no-sandbox', '--test-type']);
  const pages = globSync('renderer/entries/*.html');
  expect(pages).toHaveLength(5);
  for (const page of pages) {
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('<html lang="vi" translate="no">');
    // Chromium 156 goes by this alone.
    expect(text).toContain('<meta name="google" content="notranslate" />');
  }
});
