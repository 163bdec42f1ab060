import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { timingSafeEqual } from 'node:crypto';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { pairingKey, pairingMac } from '#electron/desk/lan/port/pairing-proof.ts';
import { LINE, PAIR_EXPORTER, paired, pairSalt, VERSION_HEADER } from '#shared/contract/lan-line.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { readPairingCode } from '#shared/domain/office/pairing-code.ts';
import type { Joined } from './joined-file.ts';
import type { HostAddress } from './pinned-line.ts';

const ANSWER_MS = 5_000;

/** What the other end showed, and what only the two ends know. */
type Shown = { readonly certificate: string; readonly fingerprint: string; readonly channel: Buffer };

/**
 * Joins the desk at an address with the code that its leader opened. The code proves each side to the other on this very
 * connection; the certificate seen here is the one that the desk is known by from then on.
 */
export async function pairDevice(
  at: HostAddress,
  typed: string,
  version: string,
): Promise<DeskReply<Joined>> {
  const signs = readPairingCode(typed);
  if (signs === null) return refused({ code: 'invalid-input', path: 'code', reason: 'no-code' });
  try {
    const salted = await ask(at, version);
    if (!salted.reply.ok) return salted.reply;
    const salt = pairSalt.parse(salted.reply.value);
    const key = await pairingKey(signs, Buffer.from(salt.salt, 'hex'));
    const { reply, shown } = await ask(at, version, ({ fingerprint, channel }) => ({
      fingerprint,
      mac: pairingMac(key, 'joining', { fingerprint, channel }).toString('hex'),
    }));
    if (!reply.ok) return reply;
    const { deviceId, kind, name, token, mac } = paired.parse(reply.value);
    const expected = pairingMac(key, 'desk', { ...shown, token });
    if (!timingSafeEqual(Buffer.from(mac, 'hex'), expected)) return refused({ code: 'line-relayed' });
    const { certificate } = shown;
    return answered({ form: 'QTD-JOINED-1', ...at, certificate, token, deviceId, kind, name });
  } catch {
    return refused({ code: 'unreachable' });
  }
}

/** One request on a connection of its own, to whoever is there: who it is, the proof tells. */
function ask(
  { address, port }: HostAddress,
  version: string,
  proof?: (shown: Shown) => object,
): Promise<{ reply: DeskReply<unknown>; shown: Shown }> {
  return new Promise((done, failed) => {
    const isProof = proof !== undefined;
    const asked = request({
      host: address,
      port,
      method: isProof ? 'POST' : 'GET',
      path: LINE.pair,
      agent: false,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      timeout: ANSWER_MS,
      headers: { [VERSION_HEADER]: version, ...(isProof ? { 'content-type': 'application/json' } : {}) },
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', failed);
    asked.once('socket', (plain) => {
      const socket = plain as TLSSocket;
      socket.once('secureConnect', () => {
        const raw = socket.getPeerX509Certificate()?.toString() ?? '';
        const channel = socket.exportKeyingMaterial(32, PAIR_EXPORTER, Buffer.alloc(0));
        const shown = { certificate: raw, fingerprint: fingerprintOf(raw), channel };
        asked.once('response', (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.once('error', failed);
          response.once('end', () => {
            try {
              done({ reply: JSON.parse(Buffer.concat(parts).toString('utf8')) as DeskReply<unknown>, shown });
            } catch (error) {
              failed(error);
            }
          });
        });
        asked.end(isProof ? JSON.stringify(proof(shown)) : undefined);
      });
    });
  });
}
