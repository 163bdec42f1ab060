import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { count, id } from '#shared/domain/values.ts';
import { Refusal } from '../refusal.ts';

/** First line of every pack; a later form gets the next number. */
const FORM = 'QTD-PACK-1';
const NEWLINE = 0x0a;

const header = z.strictObject({
  office: id,
  team: id,
  starter: id,
  /** Rises with each pack of a laptop. */
  pack: count.min(1),
  /** Of the enciphered rows that follow. */
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** X25519, made for this pack alone. */
  key: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
});
type PackHeader = z.infer<typeof header>;

/** A pack whose signature is still to be compared with the key of its laptop. */
export type ReadPack = {
  readonly header: PackHeader;
  /** SHA-256 of the whole file. */
  readonly digest: string;
  /** Refuses with `team-file-refused` where another key than this laptop's signed it. */
  verify(publicKey: string): void;
  /** The rows, packed by gzip. Refuses where it is not for this key. */
  open(openKey: string): Buffer;
};

type KeyPair = { readonly privateKey: string; readonly publicKey: string };

/** A new pair of keys as base64: PKCS 8 and SPKI. */
export function newKeyPair(kind: 'ed25519' | 'x25519'): KeyPair {
  const { privateKey, publicKey } =
    kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return { privateKey: privateText(privateKey), publicKey: publicText(publicKey) };
}

const privateText = (key: KeyObject): string =>
  key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const publicText = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');
const privateOf = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' });
const publicOf = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });

/** The public half of a private key, both base64. */
export function publicHalf(privateKey: string): string {
  return publicText(createPublicKey(privateOf(privateKey)));
}

/** What both ends of a pack make of their keys; no other office and no other pack has it. */
function packKey(secret: Buffer, { starter, pack }: Pick<PackHeader, 'starter' | 'pack'>): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, `${starter} ${pack}`, 'qtd-pack', 32));
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes a pack: rows enciphered to the office that gave `homeKey`, and the head signed by the laptop. */
export function writePack(
  rows: Uint8Array,
  from: Pick<PackHeader, 'office' | 'team' | 'starter' | 'pack'>,
  { homeKey, signKey }: { readonly homeKey: string; readonly signKey: string },
): { readonly file: Buffer; readonly digest: string } {
  const once = generateKeyPairSync('x25519');
  const secret = diffieHellman({ privateKey: once.privateKey, publicKey: publicOf(homeKey) });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', packKey(secret, from), iv);
  const data = Buffer.concat([cipher.update(rows), cipher.final()]);
  const head = JSON.stringify({
    ...from,
    bytes: data.length,
    sha256: digestOf(data),
    key: publicText(once.publicKey),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  } satisfies PackHeader);
  const signature = sign(null, signed(head), privateOf(signKey)).toString('base64');
  const file = Buffer.concat([Buffer.from(`${FORM}\n${head}\n${signature}\n`), data]);
  return { file, digest: digestOf(file) };
}

const signed = (head: string): Buffer => Buffer.from(`${FORM}\n${head}`);

/** Reads the head of a pack and sees that it is whole. Refuses with `team-file-refused`: no pack, half copied, or changed. */
export function readPack(file: Buffer): ReadPack {
  const lines = firstLines(file, 3);
  if (lines.texts[0] === undefined || !/^QTD-PACK-\d+$/.test(lines.texts[0])) throw refusedFile('not-a-pack');
  if (lines.texts[0] !== FORM) throw refusedFile('too-new');
  const [, head, signature] = lines.texts;
  if (head === undefined || signature === undefined) throw refusedFile('cut');
  const found = header.safeParse(parsed(head));
  if (!found.success) throw refusedFile('damaged');
  const data = file.subarray(lines.end);
  if (data.length < found.data.bytes) throw refusedFile('cut');
  if (data.length > found.data.bytes || digestOf(data) !== found.data.sha256) throw refusedFile('damaged');
  return {
    header: found.data,
    digest: digestOf(file),
    verify(publicKey) {
      if (!verify(null, signed(head), publicOf(publicKey), Buffer.from(signature, 'base64')))
        throw refusedFile('damaged');
    },
    open(openKey) {
      const { key, iv, tag } = found.data;
      try {
        const secret = diffieHellman({ privateKey: privateOf(openKey), publicKey: publicOf(key) });
        const decipher = createDecipheriv(
          'aes-256-gcm',
          packKey(secret, found.data),
          Buffer.from(iv, 'base64'),
          { authTagLength: 16 },
        ).setAuthTag(Buffer.from(tag, 'base64'));
        return Buffer.concat([decipher.update(data), decipher.final()]);
      } catch {
        throw refusedFile('damaged');
      }
    },
  };
}

function firstLines(file: Buffer, many: number): { texts: string[]; end: number } {
  const texts: string[] = [];
  let end = 0;
  while (texts.length < many) {
    const at = file.indexOf(NEWLINE, end);
    if (at === -1) break;
    texts.push(file.subarray(end, at).toString('utf8'));
    end = at + 1;
  }
  return { texts, end };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Reason = Extract<Refusal['problem'], { code: 'team-file-refused' }>['reason'];

/** Why a file that should be a starter or a pack is not taken. */
export function refusedFile(reason: Reason): Refusal {
  return new Refusal({ code: 'team-file-refused', reason });
}
