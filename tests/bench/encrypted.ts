import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkChild } from '#electron/desk/backup/run-in-child.ts';
import { systemClock } from '#electron/desk/clock.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { CIPHERS, newDataKey, type Cipher } from '#electron/desk/store/cipher.ts';
import { DATABASE_NAME } from '#electron/desk/store/marker.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { ask, loadClient } from '#tests/support/load-client.ts';
import { runHost } from '#tests/support/running-host.ts';
import { benchFolder, openedDesk, timed, visitor } from './bench-desk.ts';
import { atMost, figure, short, spread, type Row } from './figures.ts';
import { fillPast, type Past } from './five-years-store.ts';
import { hostFile } from './over-http.ts';
import { waitsAtStart, waitsAtWork } from './waits.ts';

const PASSPHRASE = 'hoa gạo tháng ba';
/** How much slower an issue may be (docs/decisions/0026-encryption.md). */
const LIMITS: Record<Cipher, number> = { aegis: 1.3, chacha20: 2.5 };

/** A number issued on three desks in turn: plain, and under each cipher. */
function issueTimes(operations: number): Row[] {
  const kinds = [null, ...CIPHERS];
  const folders = kinds.map((kind) => benchFolder(kind ?? 'plain'));
  try {
    const desks = kinds.map((cipher, at) => {
      const folder = folders[at]?.path ?? '';
      const keys = deskKeys({ folder, monotonic: systemClock.monotonic });
      const born = cipher === null ? null : { key: { ...newDataKey(), cipher }, keyFile: '{}' };
      return openedDesk(folder, 1, { keys: { ...keys, born: () => born } });
    });
    const times = kinds.map(() => [] as number[]);
    const warm = Math.min(50, Math.floor(operations / 4));
    for (let index = 0; index < operations + warm; index += 1)
      for (const [at, desk] of desks.entries()) {
        const took = timed(() => void desk.call('ticket.issue', visitor(index)));
        if (index >= warm) times[at]?.push(took);
      }
    for (const { desk } of desks) desk.close();
    const [plain, ...enciphered] = times.map(spread);
    return enciphered.map((found, at) => {
      const cipher = CIPHERS[at] ?? 'aegis';
      const note = `p50 ${short(found.p50)} / ${short(plain?.p50 ?? 0)} ms; p99 ${short(found.p99)} / ${short(plain?.p99 ?? 0)}`;
      return atMost(`issue: ${cipher} / plain`, found.p50 / (plain?.p50 ?? 0), LIMITS[cipher], ' ×', note);
    });
  } finally {
    for (const folder of folders) folder.remove();
  }
}

/** The years behind a desk, enciphered in their place; then its host is killed and started again. */
async function encryptedYears(past: Past): Promise<Row[]> {
  const [folder, secrets] = [benchFolder('encrypted'), benchFolder('passphrase')];
  try {
    fillPast(folder.path, past);
    const megabytes = statSync(join(folder.path, DATABASE_NAME)).size / 1e6;
    const taken = await encipherIn(folder.path);
    const passphraseFile = join(secrets.path, 'passphrase');
    writeFileSync(passphraseFile, PASSPHRASE);
    const start = () => runHost(folder.path, hostFile, ['--passphrase-file', passphraseFile]);
    const first = await start();
    const client = loadClient(first);
    const waited = [...(await waitsAtStart(client)), ...(await waitsAtWork(client))];
    for (let index = 0; index < 50; index += 1) await ask(client, 'ticket.issue', visitor(600_000 + index));
    client.close();
    await first.stop('SIGKILL');
    const again = await start();
    await again.stop();
    return [
      figure(
        `${past.tickets} tickets enciphered in their place`,
        `${short(taken / 1000)} s`,
        `${short(megabytes)} MB`,
      ),
      atMost(
        'start of the host after a kill',
        again.startedInMs / 1000,
        3,
        ' s',
        'with the stretching of its passphrase',
      ),
      ...waited,
    ];
  } finally {
    folder.remove();
    secrets.remove();
  }
}

/** Milliseconds that `data.encrypt` takes. */
async function encipherIn(folder: string): Promise<number> {
  const clock = systemClock;
  const keys = deskKeys({ folder, monotonic: clock.monotonic });
  const kept = keepDesk(
    () => openDesk({ folder, clock, keys }, true),
    clock.monotonic,
    rescue({ folder, clock, keys, startChild: forkChild }),
  );
  await kept.state();
  const started = performance.now();
  const reply = await kept.dispatch(
    'data.encrypt',
    { passphrase: PASSPHRASE },
    { role: 'leader' },
    crypto.randomUUID(),
  );
  const taken = performance.now() - started;
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  await kept.dispatch(
    'day.open',
    { businessDay: '2026-11-23', confirmed: true },
    { role: 'leader' },
    crypto.randomUUID(),
  );
  await kept.close();
  return taken;
}

/** What encryption costs. */
export async function encrypted(past: Past, operations: number): Promise<Row[]> {
  return [...issueTimes(operations), ...(await encryptedYears(past))];
}
