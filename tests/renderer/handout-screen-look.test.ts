import { mkdtempSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { testBrowser } from '../../build/browser.mjs';
import { pageConfig } from '../../build/build.mjs';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};
test('screen', async () => {
  const desk = openTestDesk();
  for (let i = 0; i < 4; i++) desk.issue({ name: 'Nguyễn Thị Bưởi' });
  const folder = mkdtempSync('/tmp/hd/s-');
  const config = await pageConfig();
  await build({
    ...config,
    build: {
      outDir: folder,
      minify: false,
      rolldownOptions: { input: join(config.root ?? '', 'counter.html') },
    },
  });
  const browser = await chromium.launch(await testBrowser());
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.on('pageerror', (e) => console.log('ERR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CON', m.text().slice(0, 300)));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/desk/'))
      return route.fulfill({ json: desk.reply(pathname.slice(6) as never, route.request().postDataJSON()) });
    if (pathname.endsWith('/events'))
      return route.fulfill({ contentType: 'text/event-stream', body: ': x\n\n' });
    const t = types[extname(pathname)];
    if (!t) return route.abort();
    return route.fulfill({ body: readFileSync(join(folder, pathname)), contentType: t });
  });
  await page.addInitScript(() =>
    sessionStorage.setItem('desk-place', JSON.stringify({ state: { place: 'handouts' }, version: 0 })),
  );
  await page.goto('http://127.0.0.1:9/counter.html#token=t');
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/hd/s1.png' });
  await page.getByText('So sánh mức 1, mức 2').first().click();
  await page.getByText('Vừa màn hình').click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/hd/s2.png' });
  await page.getByRole('button', { name: 'Sửa lời' }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/hd/s3.png' });
  const f = page.getByLabel('Dòng 1', { exact: true });
  await f.fill('Lời {sai} của đơn vị');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/hd/s4.png' });
  await f.fill('Lời **riêng** của đơn vị, {level-2}');
  await page.getByRole('button', { name: 'Lưu lời' }).click();
  await page.waitForTimeout(800);
  await page.getByText('Thứ tự gọi số').first().click();
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/hd/s5.png' });
  console.log(JSON.stringify(desk.call('office.show', {})?.settings.handoutTexts));
  await browser.close();
}, 120000);
