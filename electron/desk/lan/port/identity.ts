import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { LanIdentity } from './lan-port.ts';

/** Whoever checks it compares its fingerprint; the name only has to be there. */
const NAME = 'quay-tiep-dan';

/**
 * A certificate of the office's own: EC P-256, signed by itself. Valid from 2020 to the end of 9999, because what is trusted is
 * its fingerprint, and a PC whose clock is wrong by years must not be shut out. `address` (IPv4) is for browsers that are told to trust it.
 */
export function newIdentity(address?: string): LanIdentity {
  const own = address === undefined ? [] : [tlv(0x87, Buffer.from(address.split('.').map(Number)))];
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const body = seq(
    tlv(0xa0, int(Buffer.of(2))),
    int(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    SIGNATURE,
    name(NAME),
    seq(tlv(0x17, Buffer.from('200101000000Z')), tlv(0x18, Buffer.from('99991231235959Z'))),
    name(NAME),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(
      0xa3,
      seq(
        extension('551d13', true, seq()),
        extension('551d0f', true, bits(Buffer.of(0x80), 7)),
        extension('551d25', false, seq(oid('2b06010505070301'))),
        extension('551d11', false, seq(tlv(0x82, Buffer.from(NAME)), ...own)),
      ),
    ),
  );
  const der = seq(body, SIGNATURE, bits(sign('sha256', body, privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function tlv(tag: number, ...values: readonly Buffer[]): Buffer {
  const value = Buffer.concat(values);
  const { length } = value;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...head), value]);
}

function seq(...values: readonly Buffer[]): Buffer {
  return tlv(0x30, ...values);
}

function int(value: Buffer): Buffer {
  return tlv(0x02, value);
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

function bits(value: Buffer, unused = 0): Buffer {
  return tlv(0x03, Buffer.of(unused), value);
}

function name(common: string): Buffer {
  return seq(tlv(0x31, seq(oid('550403'), tlv(0x0c, Buffer.from(common)))));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return seq(oid(id), ...(isCritical ? [tlv(0x01, Buffer.of(255))] : []), tlv(0x04, value));
}

/** ecdsa-with-SHA256 */
const SIGNATURE = seq(oid('2a8648ce3d040302'));
