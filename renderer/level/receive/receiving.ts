import { wait } from '#renderer/desk/keep-listening.ts';
import { isOfLine } from '#renderer/desk/live.ts';
import { sendCommand } from '#renderer/desk/send-command.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { LevelInput, LevelOutput } from '#shared/contract/level.ts';
import { MOST_TOGETHER, type Received } from '#shared/contract/level-shapes.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { isArchive } from '#shared/domain/level/archive.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { v4 } from 'uuid';
import { create } from 'zustand';
import type { LevelCommandName } from '../client/level-client.ts';

/** Largest file that is sent, in bytes: with its base64 it fits the body that the level takes. */
const MOST_BYTES = 8 * 1024 * 1024;
/** So many bytes go together at most; a larger file goes alone. */
const MOST_BYTES_TOGETHER = 3 * 1024 * 1024;
/** Heaps on their way at a time: while the level writes one it gets the next. */
const AT_A_TIME = 2;
/** What became of files is shown this often: drawing after each would take longer than receiving it. */
const SHOW_MS = 250;
const PAUSES_MS = [250, 1000];
/** While the line is cut it is tried this often. */
const CUT_MS = 2_000;

/** What a sheet is that an office without the program fills in. */
const SHEET = /\.(xlsx|csv)$/i;

type SheetProblem = NonNullable<LevelOutput<'figures.read-sheet'>['lines'][number]['problem']>;

/** What became of one dropped file. */
export type Line = {
  readonly id: string;
  readonly fileName: string;
} & (
  | {
      readonly state: 'done';
      readonly received: Received;
      /** What is wrong in a line of a sheet. */
      readonly problem?: SheetProblem;
    }
  | { readonly state: 'failed'; readonly problem: DeskProblem; readonly file: File }
);

type Receiving = {
  /** Newest first: of the files that were dropped together last. */
  readonly lines: readonly Line[];
  readonly all: number;
  readonly done: number;
  /** When the latest drop began, UTC; null before the first. */
  readonly at: string | null;
  /** The level does not answer; what is on its way is sent again until it does. */
  readonly isCut: boolean;
  /** What was dropped or chosen last held nothing that could be sent. */
  readonly isEmpty: boolean;
  /** Lines that somebody has looked at. */
  readonly seen: ReadonlySet<string>;
};

export const useReceiving = create<Receiving>()(() => ({
  lines: [],
  all: 0,
  done: 0,
  at: null,
  isCut: false,
  isEmpty: false,
  seen: new Set<string>(),
}));

let waiting: File[] = [];
let atWork = 0;
let unshown: { lines: Line[]; files: number } | null = null;
let stopping = new AbortController();

/** Sends files to the level, many together, and keeps what became of each. Files dropped meanwhile join the same heap. */
export function receiveFiles(client: DeskClient, files: readonly File[]): void {
  useReceiving.setState({ isEmpty: files.length === 0 });
  if (files.length === 0) return;
  if (atWork === 0 && waiting.length === 0) {
    unshown = null;
    stopping = new AbortController();
    useReceiving.setState({
      lines: [],
      all: 0,
      done: 0,
      at: new Date().toISOString(),
      isCut: false,
      seen: new Set(),
    });
  }
  useReceiving.setState(({ all }) => ({ all: all + files.length }));
  waiting = [...waiting, ...files];
  while (atWork < AT_A_TIME && waiting.length > 0) {
    atWork += 1;
    void work(client);
  }
}

/** What has not been sent yet stays unsent; what is on its way is waited for, unless the line is cut. */
export function stopReceiving(): void {
  const left = waiting.length;
  waiting = [];
  stopping.abort();
  stopping = new AbortController();
  useReceiving.setState(({ all }) => ({ all: all - left }));
}

export function markSeen(id: string): void {
  useReceiving.setState(({ seen }) => ({ seen: new Set([...seen, id]) }));
}

/** Sends once more what did not arrive. */
export function sendAgain(client: DeskClient): void {
  const { lines } = useReceiving.getState();
  receiveFiles(
    client,
    lines.flatMap((line) => (line.state === 'failed' ? [line.file] : [])),
  );
}

async function work(client: DeskClient): Promise<void> {
  for (let files = nextFiles(); files.length > 0; files = nextFiles())
    show(await send(client, files, stopping.signal), files.length);
  atWork -= 1;
}

/** The files that go together next: a sheet goes alone, and so does what is large. */
function nextFiles(): readonly File[] {
  let bytes = 0;
  const end = waiting.findIndex(({ name, size }, index) => {
    bytes += size;
    return index === MOST_TOGETHER || (index > 0 && (bytes > MOST_BYTES_TOGETHER || SHEET.test(name)));
  });
  const isSheet = SHEET.test(waiting[0]?.name ?? '');
  const files = waiting.slice(0, isSheet ? 1 : end < 0 ? waiting.length : end);
  waiting = waiting.slice(files.length);
  return files;
}

function show(told: readonly Line[], files: number): void {
  if (unshown === null) {
    unshown = { lines: [], files: 0 };
    setTimeout(() => {
      const next = unshown ?? { lines: [], files: 0 };
      unshown = null;
      useReceiving.setState(({ lines, done }) => ({
        lines: [...next.lines.toReversed(), ...lines],
        done: done + next.files,
      }));
    }, SHOW_MS);
  }
  unshown.lines.push(...told);
  unshown.files += files;
}

type Handed = LevelInput<'file.receive'>;
type Read = { readonly file: File; readonly handed: Handed };

/** What became of files that go together: of a filled-in sheet a line for each of its own. */
async function send(client: DeskClient, files: readonly File[], signal: AbortSignal): Promise<Line[]> {
  const looked = await Promise.all(files.map(readFile));
  const unread = looked.filter((one): one is Line => 'state' in one);
  const read = looked.filter((one): one is Read => !('state' in one));
  const [first] = read;
  if (first === undefined) return unread;
  const told = SHEET.test(first.file.name)
    ? await sendSheet(client, first, signal)
    : await sendTogether(client, read, signal);
  return [...unread, ...told];
}

async function sendSheet(client: DeskClient, { file, handed }: Read, signal: AbortSignal): Promise<Line[]> {
  const reply = await tell(client, 'figures.read-sheet', handed, signal);
  if (!reply.ok) return [failed(file, reply.problem)];
  return reply.value.lines.map(({ line, problem, ...received }) => ({
    id: v4(),
    fileName: `${file.name}, ${line}`,
    state: 'done',
    received,
    ...(problem === undefined ? {} : { problem }),
  }));
}

async function sendTogether(client: DeskClient, read: readonly Read[], signal: AbortSignal): Promise<Line[]> {
  const input = { files: read.map(({ handed }) => handed) };
  const reply = await tell(client, 'file.receive-many', input, signal);
  // One of them is more than the level can bear: alone, each gets its own answer.
  if (!reply.ok && reply.problem.code === 'unexpected' && read.length > 1) {
    const lines: Line[] = [];
    for (const one of read) lines.push(...(await sendTogether(client, [one], signal)));
    return lines;
  }
  return read.map(({ file }, index) => {
    if (!reply.ok) return failed(file, reply.problem);
    const received = reply.value[index];
    return received === undefined ? failed(file, { code: 'unreachable' }) : done(file, received);
  });
}

const done = ({ name }: File, received: Received): Line => ({
  id: v4(),
  fileName: name,
  state: 'done',
  received,
});

const failed = (file: File, problem: DeskProblem): Line => ({
  id: v4(),
  fileName: file.name,
  state: 'failed',
  problem,
  file,
});

/** The bytes of a file to hand in, or its line where it is not sent. */
async function readFile(file: File): Promise<Read | Line> {
  const bytes = await (file.size > MOST_BYTES ? file.slice(0, 8) : file).arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  // The stick was pulled out between dropping and reading.
  if (bytes === null) return failed(file, { code: 'unreachable' });
  if (file.size > MOST_BYTES)
    return done(file, { status: 'unreadable', reason: isArchive(bytes) ? 'an-archive' : 'too-large' });
  return { file, handed: { fileName: file.name.slice(0, 255), base64: base64Of(bytes) } };
}

/** Tells the level, and while the line is cut once more with the same key, until it answers or somebody stops it. */
async function tell<M extends LevelCommandName>(
  client: DeskClient,
  method: M,
  input: LevelInput<M>,
  signal: AbortSignal,
): Promise<DeskReply<LevelOutput<M>>> {
  const key = v4();
  let pauses: readonly number[] = PAUSES_MS;
  for (;;) {
    const reply = (await sendCommand(client, method as never, input as never, key, pauses)) as DeskReply<
      LevelOutput<M>
    >;
    const isCut = !reply.ok && (isOfLine(reply.problem) || reply.problem.code === 'level-store-cut');
    useReceiving.setState({ isCut: isCut && !signal.aborted });
    if (!isCut || signal.aborted) return reply;
    await wait(CUT_MS, signal);
    pauses = [];
  }
}
