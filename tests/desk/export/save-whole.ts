/**
 * Saves one file over and over into a folder, in a process of its own; prints a line before each save and one after it.
 * The content says what it must be: a digest, then the bytes it is the digest of.
 */
import { createHash, randomBytes } from 'node:crypto';
import { saveWhole } from '#electron/desk/whole-file.ts';

const [folder = '', kibibytes = '1'] = process.argv.slice(2);
const body = randomBytes(Number(kibibytes) * 1024);
for (let round = 0; ; round += 1) {
  body.writeUInt32LE(round, 0);
  process.stdout.write(`saving ${round}\n`);
  const digest = createHash('sha256').update(body).digest();
  await saveWhole(folder, 'so-lieu-ngay-x.bin', Buffer.concat([digest, body]));
  process.stdout.write(`saved ${round}\n`);
}
