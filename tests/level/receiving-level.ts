/**
 * A level that takes every file of a folder, eight at a time, in a process of its own. Prints a line for each file when its answer came.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { openLevel } from '#electron/level/open-level.ts';

const [folder = '', files = '', database] = process.argv.slice(2);
const level = await openLevel({ folder, ...(database === undefined ? {} : { database }) });
const names = readdirSync(files);

async function clerk(): Promise<void> {
  for (let fileName = names.shift(); fileName !== undefined; fileName = names.shift()) {
    const base64 = readFileSync(join(files, fileName)).toString('base64');
    const asker = { role: 'clerk', by: 'Cán bộ' } as const;
    const reply = await level.dispatch('file.receive', { fileName, base64 }, asker, uuid());
    process.stdout.write(`${JSON.stringify({ fileName, reply })}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, clerk));
await level.close();
