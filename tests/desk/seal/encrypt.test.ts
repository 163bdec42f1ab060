import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { PASSPHRASE, sealingDesk } from '#tests/support/sealing-desk.ts';

/** A desk with a closed day of some people, enciphered. */
async function encryptedDesk() {
  const desk = sealingDesk();
  await desk.setUp();
  await desk.openDay();
  for (const name of ['Trần Thị Mẫu', 'Lê Văn Ví Dụ', 'Phạm Minh Thử']) await desk.issue(name);
  await desk.endDay();
  const { recoveryKey } = await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  return { ...desk, recoveryKey };
}

/** Files below a folder that hold one of some texts. */
function filesWith(folder: string, ...texts: string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text));
    });
}

describe('a desk that is enciphered in its place', () => {
  it('goes on with all it held, finds by name, and holds no name on the disk', async () => {
    const desk = await encryptedDesk();
    expect(await desk.call('data.status', {})).toMatchObject({
      encrypted: true,
      recoveryProven: false,
      systemKey: false,
      people: 3,
    });
    expect(await desk.call('person.search', { search: 'le van' })).toHaveLength(1);
    expect(await desk.call('ticket.list', { businessDay: '2026-11-20' })).toHaveLength(3);
    await expect(desk.call('system.verify-events', {})).resolves.toMatchObject({ firstBroken: null });
    await desk.openDay('2026-11-23');
    await desk.issue('Hoàng Thị Thí Điểm');
    await desk.close();
    expect(filesWith(desk.folder, 'Mẫu', 'Thí Điểm', 'CREATE TABLE')).toEqual([]);
    expect(readdirSync(join(desk.folder, 'copies')).filter((name) => name.startsWith('replaced-'))).toEqual(
      [],
    );
  });

  it('is refused while a day is open, without a passphrase where this PC keeps no keys, and twice', async () => {
    const desk = sealingDesk();
    expect(await desk.refusal('data.encrypt', { passphrase: PASSPHRASE })).toEqual({ code: 'not-set-up' });
    await desk.setUp();
    expect(await desk.refusal('data.encrypt', {})).toEqual({ code: 'passphrase-needed' });
    expect(await desk.refusal('data.encrypt', { passphrase: 'ngắn' })).toMatchObject({
      code: 'invalid-input',
    });
    await desk.openDay();
    expect(await desk.refusal('data.encrypt', { passphrase: PASSPHRASE })).toEqual({
      code: 'day-still-open',
      businessDay: '2026-11-20',
    });
    await desk.endDay();
    const key = uuid();
    expect(await desk.reply('data.encrypt', { passphrase: PASSPHRASE }, key)).toMatchObject({ ok: true });
    expect(await desk.reply('data.encrypt', { passphrase: PASSPHRASE }, key)).toEqual({
      ok: false,
      problem: { code: 'secret-not-repeated' },
    });
    expect(await desk.refusal('data.encrypt', { passphrase: PASSPHRASE })).toEqual({
      code: 'already-encrypted',
    });
    await desk.close();
  });

  it('tells everybody how far it is while it works', async () => {
    const desk = sealingDesk();
    await desk.setUp();
    const encrypting = desk.reply('data.encrypt', { passphrase: PASSPHRASE });
    const told: unknown[] = [];
    for (let done = false; !done;) {
      const health = await desk.reply('system.health', {});
      if (!health.ok) told.push(health.problem);
      done = await Promise.race([
        encrypting.then(() => true),
        new Promise<false>((go) => setImmediate(go, false)),
      ]);
    }
    expect(told[0]).toMatchObject({
      code: 'desk-not-open',
      reason: 'encrypting',
      progress: { done: expect.any(Number), total: expect.any(Number) },
    });
    expect(await desk.reply('system.health', {})).toMatchObject({ ok: true });
    await desk.close();
  });

  it('stays as it was where it cannot be enciphered', async () => {
    const desk = sealingDesk();
    await desk.setUp();
    await desk.close();
    const again = desk.again();
    await again.state();
    rmSync(join(desk.folder, 'desk.last'));
    const refused = await again.refusal('data.encrypt', { passphrase: PASSPHRASE });
    expect(refused).toMatchObject({ code: 'encryption-failed' });
    expect(await again.call('office.show', {})).toMatchObject({ code: 'BM-01' });
    expect(await again.call('data.status', {})).toMatchObject({ encrypted: false });
    expect(existsSync(join(desk.folder, 'desk.key.json'))).toBe(false);
    await again.close();
  });
});

describe('a sealed desk', () => {
  it('opens by its passphrase, however it was composed, and by its recovery key, however it was typed', async () => {
    const desk = await encryptedDesk();
    await desk.close();
    const typed = desk.recoveryKey
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    for (const secret of [
      { passphrase: PASSPHRASE.normalize('NFD') },
      { recoveryKey: desk.recoveryKey },
      { recoveryKey: typed },
    ]) {
      const again = desk.again();
      expect(await again.refusal('office.show', {})).toMatchObject({
        code: 'desk-not-open',
        reason: 'sealed',
      });
      await again.call('data.unlock', secret);
      expect(await again.call('office.show', {})).toMatchObject({ code: 'BM-01' });
      await again.close();
    }
  });

  it('makes wrong ones wait, longer and longer, and no guess counts that is no recovery key at all', async () => {
    const desk = await encryptedDesk();
    await desk.close();
    const again = desk.again();
    expect(await again.refusal('data.unlock', { recoveryKey: `${desk.recoveryKey.slice(0, -1)}U` })).toEqual({
      code: 'invalid-input',
      path: 'recoveryKey',
      reason: 'mistyped',
    });
    const waits: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const problem = await again.refusal('data.unlock', { passphrase: `sai ${guess}` });
      if (problem.code !== 'wrong-secret') throw new Error(problem.code);
      waits.push(problem.waitSeconds);
      if (problem.waitSeconds > 0)
        expect(await again.refusal('data.unlock', { passphrase: PASSPHRASE })).toEqual({
          code: 'wait-first',
          seconds: problem.waitSeconds,
        });
      again.clock.pass(problem.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 5, 15, 30, 60, 60]);
    await again.call('data.unlock', { passphrase: PASSPHRASE });
    await again.close();
  });

  it('says so where its key file is gone or that of another, and opens when it is back', async () => {
    const desk = await encryptedDesk();
    await desk.close();
    const file = join(desk.folder, 'desk.key.json');
    const text = readFileSync(file, 'utf8');
    for (const lost of [() => rmSync(file), () => writeFileSync(file, text.slice(0, 100))]) {
      lost();
      const again = desk.again();
      expect(await again.refusal('office.show', {})).toMatchObject({ reason: 'key-missing' });
      await again.close();
    }
    const other = await encryptedDesk();
    await other.close();
    writeFileSync(file, readFileSync(join(other.folder, 'desk.key.json')));
    const foreign = desk.again();
    expect(await foreign.refusal('data.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      reason: 'key-missing',
    });
    await foreign.close();
    writeFileSync(file, text);
    const back = desk.again();
    await back.call('data.unlock', { passphrase: PASSPHRASE });
    await back.close();
  });
});

describe('the keys of an enciphered desk', () => {
  it('are proven, renewed and set anew, and the former ones open nothing', async () => {
    const desk = await encryptedDesk();
    await desk.call('data.prove-recovery', { recoveryKey: desk.recoveryKey });
    expect(await desk.call('data.status', {})).toMatchObject({ recoveryProven: true });
    expect(await desk.refusal('data.renew-recovery', {})).toEqual({ code: 'passphrase-needed' });
    const { recoveryKey } = await desk.call('data.renew-recovery', { passphrase: PASSPHRASE });
    expect(await desk.call('data.status', {})).toMatchObject({ recoveryProven: false });
    await desk.call('data.set-passphrase', { current: { recoveryKey }, passphrase: 'một câu khác hẳn' });
    await desk.close();
    const again = desk.again();
    for (const former of [{ recoveryKey: desk.recoveryKey }, { passphrase: PASSPHRASE }])
      expect(await again.refusal('data.unlock', former)).toMatchObject({ code: 'wrong-secret' });
    await again.call('data.unlock', { passphrase: 'một câu khác hẳn' });
    await again.close();
  });

  it('leave nothing of a secret in what is kept of a command, and are not told twice', async () => {
    const desk = await encryptedDesk();
    const key = uuid();
    const first = await desk.reply('data.renew-recovery', { passphrase: PASSPHRASE }, key);
    expect(await desk.reply('data.renew-recovery', { passphrase: PASSPHRASE }, key)).toEqual({
      ok: false,
      problem: { code: 'secret-not-repeated' },
    });
    expect(await desk.reply('data.renew-recovery', { passphrase: 'khác' }, key)).toMatchObject({
      problem: { code: 'secret-not-repeated' },
    });
    expect(first.ok).toBe(true);
    await desk.close();
  });

  it('are kept by a PC that can, and taken over by the next one once an officer has opened it', async () => {
    const pc = (name: string) => ({
      available: async () => true,
      wrap: async (bytes: Buffer) => `${name}:${bytes.toString('base64')}`,
      unwrap: async (text: string) => {
        if (!text.startsWith(`${name}:`)) throw new Error('another PC');
        return { bytes: Buffer.from(text.slice(name.length + 1), 'base64'), isOld: false };
      },
    });
    const desk = sealingDesk({ system: pc('one') });
    await desk.setUp();
    const { recoveryKey } = await desk.call('data.encrypt', {});
    expect(await desk.call('data.status', {})).toMatchObject({ encrypted: true, systemKey: true });
    await desk.close();
    const same = desk.again();
    expect(await same.call('office.show', {})).toMatchObject({ code: 'BM-01' });
    await same.close();
    const next = desk.again(pc('two'));
    expect(await next.refusal('office.show', {})).toMatchObject({ reason: 'sealed' });
    await next.call('data.unlock', { recoveryKey });
    await next.close();
    const later = desk.again(pc('two'));
    expect(await later.call('office.show', {})).toMatchObject({ code: 'BM-01' });
    await later.close();
  });
});
