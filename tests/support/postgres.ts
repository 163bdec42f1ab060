import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where Debian's packages put the programs of PostgreSQL, the newest first. */
function programs(): string | null {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).toSorted((a, b) => Number(b) - Number(a)) : [];
  return (
    versions.map((one) => join(folder, one, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
  );
}

/** A PostgreSQL server of the tests' own, on this machine alone. */
export type TestServer = {
  /** The address of an empty database of its own. */
  newDatabase(): Promise<string>;
  /** Ends all its processes at once. */
  kill(): void;
  start(): Promise<void>;
  stop(): void;
};

/** PostgreSQL refuses to run as root: its own user does, whom its packages make. */
function asServer(command: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0
    ? ['runuser', ['-u', 'postgres', '--', command, ...args]]
    : [command, [...args]];
}

let shared: Promise<TestServer | string> | undefined;

/** The one server of this process, or why there is none. It ends with the process. */
export function sharedServer(): Promise<TestServer | string> {
  shared ??= newServer();
  return shared;
}

/** A server of its own; `settings` are options of its command line. */
export async function newServer(settings: readonly string[] = ['fsync=off']): Promise<TestServer | string> {
  const bin = programs();
  if (bin === null) return 'PostgreSQL is not installed (apt-get install postgresql)';
  // Its user must be able to walk there; the tests' own temporary folder is root's alone.
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'quay-tiep-dan-pg-'));
  const data = join(folder, 'data');
  if (process.getuid?.() === 0) spawnSync('chown', ['postgres', folder]);
  const made = spawnSync(
    ...asServer(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
      // Its power is not cut; what is killed is its programs.
      '--no-sync',
    ]),
    { encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0)
    return `initdb does not work here: ${made.stderr ?? String(made.error)}`.slice(0, 300);
  const port = await freePort();
  const at = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let count = 0;
  const pid = (): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);

  async function start(): Promise<void> {
    const options = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      ...settings,
    ];
    const [command, args] = asServer(join(bin ?? '', 'pg_ctl'), [
      '-D',
      data,
      '-w',
      '-t',
      '60',
      '-l',
      join(folder, 'log'),
      '-o',
      options.map((one) => `-c ${one}`).join(' '),
      'start',
    ]);
    // What a killed server leaves behind ends a moment later, and until then none starts.
    for (let left = 40; ; left -= 1) {
      const code = await new Promise((done) => {
        spawn(command, args, { cwd: folder, stdio: 'ignore' }).once('exit', done);
      });
      if (code === 0) return;
      if (left === 0) throw new Error(`pg_ctl start: ${String(code)}`);
    }
  }

  // Its standard input ends with this process, however that ends: then the server goes, and its folder with it.
  const keeper = spawn(
    'sh',
    ['-c', 'cat; kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; sleep 1; rm -rf "$0"', folder],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  keeper.unref();
  (keeper.stdin as Socket).unref();
  await start();
  return {
    start,
    stop: () => void keeper.stdin.end(),
    kill() {
      const server = pid();
      const others = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ');
      for (const one of [server, ...others.map(Number)]) process.kill(one, 'SIGKILL');
    },
    async newDatabase() {
      count += 1;
      const name = `level_${count}`;
      const client = new Client({ connectionString: at('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return at(name);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
