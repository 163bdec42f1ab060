import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { childScript } from '#tests/support/child-script.ts';
import { PASSPHRASE, sealingDesk } from '#tests/support/sealing-desk.ts';
import { size } from '#tests/support/sizes.ts';

const KILLS = size('QTD_KILLS', 1, 10);
const script = childScript(join(import.meta.dirname, 'encrypt-and-wait.ts'));

it(
  'a desk killed while it is enciphered is the plain one or the enciphered one, with every number',
  { timeout: 30_000 + KILLS * 15_000 },
  async () => {
    const desk = sealingDesk();
    await desk.setUp();
    await desk.openDay();
    for (let count = 0; count < 5; count += 1) await desk.issue('Trần Thị Mẫu');
    await desk.endDay();
    await desk.close();
    const base = join(desk.folder, '..', 'base');
    cpSync(desk.folder, base, { recursive: true });
    const seen = { plain: 0, enciphered: 0 };
    // How long it takes when nobody kills it.
    let whole = 0;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      rmSync(desk.folder, { recursive: true });
      cpSync(base, desk.folder, { recursive: true });
      const child = spawn(process.execPath, [script, desk.folder], { stdio: ['ignore', 'pipe', 'ignore'] });
      await once(child.stdout, 'data');
      const started = performance.now();
      const timer = kill === 0 ? undefined : setTimeout(() => child.kill('SIGKILL'), Math.random() * whole);
      await once(child, 'exit');
      clearTimeout(timer);
      if (kill === 0) whole = performance.now() - started;
      const again = desk.again();
      const isSealed = await sealed(again);
      if (isSealed) await again.call('data.unlock', { passphrase: PASSPHRASE });
      expect(await again.call('ticket.list', { businessDay: '2026-11-20' })).toHaveLength(5);
      expect(await again.call('person.search', { search: 'mau' })).toHaveLength(5);
      await expect(again.call('system.verify-events', {})).resolves.toMatchObject({ firstBroken: null });
      const { encrypted } = await again.call('data.status', {});
      expect(encrypted).toBe(isSealed);
      seen[encrypted ? 'enciphered' : 'plain'] += 1;
      await again.close();
      expect(readdirSync(desk.folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
      expect(readFileSync(join(desk.folder, 'desk.db')).includes('Mẫu')).toBe(!encrypted);
    }
    expect(seen.enciphered).toBeGreaterThan(0);
    console.log(`killed while enciphering: ${JSON.stringify(seen)}`);
  },
);

/** Whether the desk asks for its key; the program beside a killed one may hold the file for a moment yet. */
async function sealed(desk: ReturnType<typeof sealingDesk>): Promise<boolean> {
  for (;;) {
    desk.clock.pass(2);
    const reply = await desk.reply('system.health', {});
    if (reply.ok) return false;
    const { problem } = reply;
    if (problem.code === 'desk-not-open' && problem.reason === 'sealed') return true;
    if (problem.code !== 'desk-not-open' || problem.reason !== 'locked')
      throw new Error(JSON.stringify(problem));
  }
}
