import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One step of a program as its disk sees it. `told`: what it wrote to its standard output, which the world has heard. */
type Step =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'sync-folder' }
  | { readonly kind: 'told'; readonly text: string };

export type Trace = { readonly steps: readonly Step[]; readonly before: ReadonlyMap<string, Buffer> };

/** What `strace` is asked for: the calls by which SQLite and the desk write, every byte of them in hexadecimal digits. */
export const STRACE = [
  '-xx',
  '-s',
  '70000',
  '-e',
  'trace=openat,close,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink',
] as const;

const lines = /^(\w+)\((.*)\)\s+= (-?\d+)/;
const text = (argument: string): Buffer =>
  Buffer.from((/"((?:\\x[0-9a-f]{2})*)"/.exec(argument)?.[1] ?? '').replaceAll('\\x', ''), 'hex');

/** The files of a folder as they are: no folders in it. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** Reads what `strace` wrote of a program's main thread; `before` is what lay in its folder. Other folders are not followed. */
export function readTrace(trace: string, folder: string, before: ReadonlyMap<string, Buffer>): Trace {
  const steps: Step[] = [];
  const ids = new Map([...before.keys()].map((name, id) => [name, id]));
  let next = ids.size;
  /** Open descriptors: a file by its id with its place, or the folder itself. */
  const open = new Map<number, { readonly file: number | null; at: number }>();
  const nameIn = (path: string): string | null => (dirname(path) === folder ? basename(path) : null);
  for (const line of trace.split('\n')) {
    const [, call = '', list = '', answer = '-1'] = lines.exec(line) ?? [];
    const result = Number(answer);
    if (call === '' || result < 0) continue;
    const handle = open.get(Number(list.split(',', 1)[0]));
    switch (call) {
      case 'openat': {
        const path = text(list).toString('utf8');
        open.delete(result);
        if (path === folder) open.set(result, { file: null, at: 0 });
        const name = nameIn(path);
        if (name === null) break;
        let file = ids.get(name);
        if (file === undefined) {
          file = next;
          next += 1;
          ids.set(name, file);
          steps.push({ kind: 'create', name });
        } else if (list.includes('O_TRUNC')) steps.push({ kind: 'cut', file, size: 0 });
        open.set(result, { file, at: 0 });
        break;
      }
      case 'close':
        open.delete(Number(list));
        break;
      case 'write':
      case 'pwrite64': {
        const bytes = text(list).subarray(0, result);
        if (call === 'write' && list.startsWith('1,'))
          steps.push({ kind: 'told', text: bytes.toString('utf8') });
        if (handle == null || handle.file === null) break;
        const at = call === 'write' ? handle.at : Number(list.slice(list.lastIndexOf(',') + 1));
        handle.at = at + result;
        steps.push({ kind: 'write', file: handle.file, at, bytes });
        break;
      }
      case 'ftruncate':
        if (handle?.file != null)
          steps.push({
            kind: 'cut',
            file: handle.file,
            size: Number(list.slice(list.lastIndexOf(',') + 1)),
          });
        break;
      case 'fsync':
      case 'fdatasync':
        if (handle === undefined) break;
        steps.push(handle.file === null ? { kind: 'sync-folder' } : { kind: 'sync', file: handle.file });
        break;
      case 'rename': {
        const [from = '', to = ''] = list.split(', ').map((path) => text(path).toString('utf8'));
        const [name, other] = [nameIn(from), nameIn(to)];
        const file = name === null ? undefined : ids.get(name);
        if (name === null || other === null || file === undefined) break;
        ids.delete(name);
        ids.set(other, file);
        steps.push({ kind: 'rename', name, to: other });
        break;
      }
      case 'unlink': {
        const name = nameIn(text(list).toString('utf8'));
        if (name === null) break;
        ids.delete(name);
        steps.push({ kind: 'unlink', name });
        break;
      }
    }
  }
  return { steps, before };
}

/** A disk writes whole sectors and nothing smaller. */
const SECTOR = 512;

/**
 * What lies on the disk when the power goes before step `at`: all that was brought to it, and of the rest each sector by `luck`,
 * each name in its order up to a place by `luck`. Writes it into `folder`, and gives what the world was told.
 */
export function cutPower(
  { steps, before }: Trace,
  at: number,
  folder: string,
  luck: () => number,
): readonly string[] {
  const names = new Map([...before.keys()].map((name, id) => [name, id]));
  const contents = new Map(
    [...before.values()].map((bytes, id) => [id, { bytes: Buffer.from(bytes), size: bytes.length }]),
  );
  const waiting = new Map<number, Extract<Step, { kind: 'write' | 'cut' }>[]>();
  let moves: Extract<Step, { name: string }>[] = [];
  const told: string[] = [];
  let next = names.size;
  const made: number[] = [];
  const write = (file: number, place: number, bytes: Buffer): void => {
    const now = contents.get(file) ?? { bytes: Buffer.alloc(0), size: 0 };
    const size = Math.max(now.size, place + bytes.length);
    const room = now.bytes.length < size ? Buffer.concat([now.bytes, Buffer.alloc(size)]) : now.bytes;
    bytes.copy(room, place);
    contents.set(file, { bytes: room, size });
  };
  const cut = (file: number, size: number): void => {
    const now = contents.get(file) ?? { bytes: Buffer.alloc(0), size: 0 };
    const bytes = Buffer.alloc(size);
    now.bytes.copy(bytes, 0, 0, Math.min(now.size, size));
    contents.set(file, { bytes, size });
  };
  const move = (step: (typeof moves)[number]): void => {
    if (step.kind === 'create') names.set(step.name, made.shift() ?? -1);
    else if (step.kind === 'unlink') names.delete(step.name);
    else {
      const file = names.get(step.name);
      names.delete(step.name);
      if (file !== undefined) names.set(step.to, file);
    }
  };

  for (const step of steps.slice(0, at)) {
    switch (step.kind) {
      case 'told':
        told.push(step.text);
        break;
      case 'write':
      case 'cut':
        if (!waiting.has(step.file)) waiting.set(step.file, []);
        waiting.get(step.file)?.push(step);
        break;
      case 'sync':
        for (const one of waiting.get(step.file) ?? [])
          if (one.kind === 'write') write(one.file, one.at, one.bytes);
          else cut(one.file, one.size);
        waiting.delete(step.file);
        break;
      case 'sync-folder':
        moves.forEach(move);
        moves = [];
        break;
      default:
        if (step.kind === 'create') {
          made.push(next);
          next += 1;
        }
        moves.push(step);
    }
  }

  const share = [0, 0.5, 0.9, 1][Math.floor(luck() * 4)] ?? 1;
  for (const step of moves.slice(0, Math.floor(luck() * (moves.length + 1)))) move(step);
  for (const [file, some] of waiting) {
    for (const one of some) {
      if (one.kind === 'cut') {
        if (luck() < share) cut(file, one.size);
        continue;
      }
      for (let from = 0; from < one.bytes.length;) {
        const to = Math.min(one.bytes.length, from + SECTOR - ((one.at + from) % SECTOR));
        if (luck() < share) write(file, one.at + from, one.bytes.subarray(from, to));
        from = to;
      }
    }
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of names) {
    const { bytes, size } = contents.get(file) ?? { bytes: Buffer.alloc(0), size: 0 };
    writeFileSync(join(folder, name), bytes.subarray(0, size));
  }
  return told;
}
