import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { openDatabase } from '#electron/desk/store/cipher.ts';
import { copiesIn } from '#electron/desk/backup/copy-folder.ts';
import { childScript } from '#tests/support/child-script.ts';
import { copyingDesk } from '#tests/support/copying-desk.ts';
import { deskIn } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const KILLS = size('QTD_KILLS', 1, 10);
const script = childScript(join(import.meta.dirname, 'copy-and-wait.ts'));

it(
  'a desk killed while it makes copies keeps every number it gave and every copy it told, and leaves nothing half',
  { timeout: 30_000 + KILLS * 8_000 },
  async () => {
    const { folder, stick, desk, call } = await copyingDesk();
    await call('backup.set-settings', { places: [stick] });
    await call('backup.make', {});
    desk.close();
    let given = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      const told = { number: [] as string[], copy: [] as string[] };
      let toCome = 1 + Math.floor(Math.random() * 400);
      for await (const line of createInterface(child.stdout)) {
        const [word, what = ''] = line.split(' ');
        if (word === 'number' || word === 'copy') told[word].push(what);
        // Only while a copy is under way, and somewhere in the course of it.
        if (told.copy.length >= kill % 2 && (toCome -= 1) <= 0) child.kill('SIGKILL');
      }
      await exited;
      const next = deskIn(folder);
      const held = next.store
        .prepare<[], { number: number }>('SELECT max(number) AS number FROM ticket')
        .get()?.number;
      const last = told.number.at(-1)?.slice(1);
      // A number that was committed and not told any more may be there.
      expect(held).toBeGreaterThanOrEqual(Number(last ?? given));
      given = held ?? 0;
      // The copying program may outlive the desk for a moment; what it left goes with the next copy.
      const made = await next.desk.dispatch('backup.make', {}, { role: 'leader' }, uuid());
      expect(made.ok).toBe(true);
      next.desk.close();
      for (const place of [join(folder, 'copies'), join(stick, 'quay-tiep-dan')]) {
        const found = await copiesIn(place);
        expect(found.every(({ whole }) => whole)).toBe(true);
        for (const { manifest, folder: copy } of found) {
          const database = openDatabase(join(copy, 'desk.db'), null, { readonly: true, fileMustExist: true });
          expect(database.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(manifest.tickets);
          database.close();
        }
      }
      expect(readdirSync(join(folder, 'copies')).filter((name) => name.endsWith('.part'))).toEqual([]);
      const ids = (await copiesIn(join(folder, 'copies'))).map(({ manifest }) => manifest.id);
      expect(ids).toEqual(expect.arrayContaining(told.copy.slice(-2)));
    }
  },
);
