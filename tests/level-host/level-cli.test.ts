import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { levelArguments } from '#electron/level-host/level-arguments.ts';
import { LEVEL_FILE } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** Runs the level until its first line or its end: what it said on either way out, and its exit code. */
async function run(args: readonly string[]): Promise<{ line: string; said: string; code: number | null }> {
  const child = spawn(process.execPath, [LEVEL_FILE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill());
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((done) => {
    child.stdout.once('data', (part: Buffer) => done({ line: part.toString(), said, code: null }));
    child.once('close', (code) => done({ line: '', said, code }));
  });
}

test('the first line tells address and tokens, and a second program on the folder is refused in one sentence', async () => {
  const data = temporaryFolder('level');
  const first = await run(['--data', data, '--port', '0']);
  const { url, token, clerkToken } = JSON.parse(first.line) as Record<string, string>;
  expect(token).not.toBe(clerkToken);
  const headers = { authorization: `Bearer ${clerkToken}`, 'content-type': 'application/json' };
  const state = await fetch(`${url}/desk/level.state`, { method: 'POST', headers, body: '{}' });
  expect(await state.json()).toMatchObject({ ok: true, value: { own: null, engine: 'sqlite', offices: 0 } });
  const second = await run(['--data', data, '--port', '0']);
  expect(second).toMatchObject({ code: 1, line: '' });
  expect(second.said).toMatch(/^Thư mục “.*” đang được một chương trình khác mở\. .*\n$/);
});

test('with --listen the first line tells the other address, and while PINs are off what to do before it opens', async () => {
  const started = await run(['--data', temporaryFolder('level'), '--port', '0', '--listen', '127.0.0.2']);
  const { url, lan } = JSON.parse(started.line) as { url: string; lan: { url: string; fingerprint: string } };
  expect(lan.url).toBe(`https://127.0.0.2:${new URL(url).port}/`);
  expect(lan.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(started.said).toMatch(/^Chưa mở cho máy khác: mã PIN đang tắt\./);
});

test('a port in use, a server that is not there and wrong flags end with a sentence that says what to do', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const data = temporaryFolder('level');
  const said = async (...args: string[]): Promise<string> => {
    const { code, said: sentence } = await run(args);
    expect(code).toBe(1);
    return sentence;
  };
  expect(await said('--data', data, '--port', String(port))).toMatch(new RegExp(`^Cổng ${port} đang được`));
  expect(
    await said('--data', data, '--database', `postgres://a@127.0.0.1:${port}/b`.replace(String(port), '1')),
  ).toMatch(/^Không nối được máy chủ PostgreSQL\./);
  expect(await said('--data', data, '--port', '70000')).toMatch(
    /^Không hiểu lệnh: cổng “70000” không hợp lệ\./,
  );
  const remote = (...args: string[]) => said('--data', data, '--port', '0', ...args);
  expect(await remote('--listen', '203.0.113.7')).toMatch(/^203\.0\.113\.7 không phải địa chỉ của máy này\./);
  expect(await remote('--listen', '127.0.0.2', '--certificate', 'a.crt', '--key', 'a.key')).toMatch(
    /^Không đọc được tệp chứng thư/,
  );
});

test.each<[RegExp, ...string[]]>([
  [/^thiếu --data/, '--port', '0'],
  [/^cổng “70000” không hợp lệ/, '--data', 'a', '--port', '70000'],
  [/^cổng “” không hợp lệ/, '--data', 'a', '--port', ''],
  [/^cổng “65536” không hợp lệ/, '--data', 'a', '--listen', '127.0.0.2:65536'],
  [/^cổng “” không hợp lệ/, '--data', 'a', '--listen', '127.0.0.2:'],
  [/^--listen “127\.0\.0\.2:1:2”/, '--data', 'a', '--listen', '127.0.0.2:1:2'],
  [/^--public-url/, '--data', 'a', '--public-url', 'ftp://a'],
  [/^--database cần địa chỉ/, '--data', 'a', '--database', 'mysql://a'],
  [/^--listen 0\.0\.0\.0/, '--data', 'a', '--listen', '0.0.0.0'],
  [/^--listen “may-chu”/, '--data', 'a', '--listen', 'may-chu'],
  [/^--certificate và --key đi cùng nhau/, '--data', 'a', '--listen', '127.0.0.2', '--key', 'a.key'],
  [/chỉ dùng cùng --listen/, '--data', 'a', '--certificate', 'a.crt'],
])('%s: what the command line asks for is refused in words', (sentence, ...args) => {
  expect(() => levelArguments(args)).toThrow(sentence);
});
