// Runs the packed code as it lies in the archive, under Node 24: the host must start with an empty folder and answer.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What was wrong, in sentences; empty when the packed host serves its health and its first page. */
export async function smokeTest(app, temporary) {
  const data = join(temporary, 'data');
  mkdirSync(data);
  const child = spawn(process.execPath, [join(app, 'out/main/host-cli.mjs'), '--data', data, '--port', '0'], {
    cwd: temporary,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (part) => (stderr += part));
  const ended = new Promise((done) => child.on('exit', () => done(undefined)));
  try {
    const line = await Promise.race([
      new Promise((done) => createInterface(child.stdout).once('line', done)),
      ended,
    ]);
    if (!line) return [`the packed host ended before its first line:\n${stderr}`];
    const { url, token } = JSON.parse(line);
    const page = await fetch(`${url}/`);
    const health = await fetch(`${url}/desk/system.health`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const reply = await health.json();
    const problems = [];
    if (!page.ok || !(await page.text()).includes('<script'))
      problems.push(`the packed host's page: ${page.status}`);
    if (!reply.ok) problems.push(`the packed host's health: ${JSON.stringify(reply)}`);
    return problems;
  } finally {
    child.kill();
    await ended;
  }
}
