import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { id } from '#shared/domain/values.ts';
import type { StretchCost } from '../seal/stretch.ts';
import type { Packed } from '../store/rows/packed-row.ts';
import { runInWorker } from '../worker/run-in-worker.ts';
import { refusedFile } from './pack-file.ts';

const FORM = 'QTD-STARTER-1';

/** As dear as a passphrase of the whole database: the file lies on a stick. */
const usualCost: StretchCost = { m: 65_536, t: 3 };
/** Nobody makes a laptop spend gigabytes by a file. */
const mostCost: StretchCost = { m: 262_144, t: 10 };

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

const content = z.strictObject({
  office: z.strictObject({ id, name: z.string(), code: z.string(), receivingLevel: z.string() }),
  settings: z.record(z.string(), z.unknown()),
  team: z.strictObject({ id, starter: id, name: z.string(), letter: z.string(), series: id, counter: id }),
  keys: z.strictObject({ home: z.base64(), sign: z.base64(), receipt: z.base64() }),
  calendar_day: rows,
  rule_override: rows,
  rule_pack: rows,
  slip_design: rows,
  roster: rows,
  roster_member: rows,
  visit: rows.default([]),
  home_visit: rows.default([]),
});
/** What a laptop begins with. */
export type StarterContent = z.infer<typeof content> & { readonly roster: readonly Packed[] };

const sealed = z.strictObject({
  form: z.literal(FORM),
  salt: z.base64(),
  m: z.int().min(8).max(mostCost.m),
  t: z.int().min(1).max(mostCost.t),
  iv: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});

/** The file of a laptop, as text: its content by gzip, enciphered under what argon2id makes of the passphrase. */
export async function writeStarter(
  what: StarterContent,
  passphrase: string,
  cost: StretchCost = usualCost,
): Promise<Buffer> {
  const salt = randomBytes(16);
  const key = await runInWorker('stretch', { passphrase, salt, ...cost });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(FORM));
  const data = Buffer.concat([cipher.update(gzipSync(JSON.stringify(what))), cipher.final()]);
  const file: z.infer<typeof sealed> = {
    form: FORM,
    salt: salt.toString('base64'),
    ...cost,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(file)}\n`);
}

/** Opens a starter. Refuses with `team-file-refused`: no starter, half copied, too new, or the passphrase is another. */
export async function readStarter(file: Buffer, passphrase: string): Promise<StarterContent> {
  const text = file.toString('utf8');
  const form = /^\{"form":"(QTD-STARTER-\d+)"/.exec(text)?.[1];
  if (form === undefined) throw refusedFile('not-a-starter');
  if (form !== FORM) throw refusedFile('too-new');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusedFile('cut');
  }
  const found = sealed.safeParse(json);
  if (!found.success) throw refusedFile('damaged');
  const { salt, m, t, iv, tag, data } = found.data;
  const key = await runInWorker('stretch', { passphrase, salt: Buffer.from(salt, 'base64'), m, t });
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(FORM))
      .setAuthTag(Buffer.from(tag, 'base64'));
    const plain = Buffer.concat([decipher.update(data, 'base64'), decipher.final()]);
    return content.parse(JSON.parse(gunzipSync(plain).toString('utf8')));
  } catch {
    // A wrong passphrase and a changed byte look the same.
    throw refusedFile('wrong-passphrase');
  }
}
