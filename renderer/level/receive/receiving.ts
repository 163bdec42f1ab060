import { sendCommand } from '#renderer/desk/send-command.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { LevelOutput } from '#shared/contract/level.ts';
import type { Received } from '#shared/contract/level-shapes.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { v4 } from 'uuid';
import { create } from 'zustand';
import type { LevelCommandName } from '../client/level-client.ts';

/** Largest file that is sent, in bytes: with its base64 it fits the body that the level takes. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Files on their way at a time: a browser opens six lines to one host, and one of them tells of changes. */
const AT_A_TIME = 5;
/** What became of files is shown this often: drawing after each would take longer than receiving it. */
const SHOW_MS = 250;
const PAUSES_MS = [250, 1000, 3000];

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
  | { readonly state: 'failed'; readonly problem: DeskProblem | 'too-large'; readonly file: File }
);

type Receiving = {
  /** Newest first: of the files that were dropped together last. */
  readonly lines: readonly Line[];
  readonly all: number;
  readonly done: number;
  /** When the latest drop began, UTC; null before the first. */
  readonly at: string | null;
  /** Lines that somebody has looked at. */
  readonly seen: ReadonlySet<string>;
};

export const useReceiving = create<Receiving>()(() => ({
  lines: [],
  all: 0,
  done: 0,
  at: null,
  seen: new Set<string>(),
}));

let waiting: File[] = [];
let atWork = 0;
let unshown: { lines: Line[]; files: number } | null = null;

/** Sends files to the level, a few at a time, and keeps what became of each. Files dropped meanwhile join the same heap. */
export function receiveFiles(client: DeskClient, files: readonly File[]): void {
  if (files.length === 0) return;
  if (atWork === 0 && waiting.length === 0) {
    unshown = null;
    useReceiving.setState({ lines: [], all: 0, done: 0, at: new Date().toISOString(), seen: new Set() });
  }
  useReceiving.setState(({ all }) => ({ all: all + files.length }));
  waiting = [...waiting, ...files];
  while (atWork < AT_A_TIME && waiting.length > 0) {
    atWork += 1;
    void work(client);
  }
}

/** What has not been sent yet stays unsent. */
export function stopReceiving(): void {
  const left = waiting.length;
  waiting = [];
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
    lines.flatMap((line) => (line.state === 'failed' && line.problem !== 'too-large' ? [line.file] : [])),
  );
}

async function work(client: DeskClient): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const told = await send(client, file);
    show(told);
  }
  atWork -= 1;
}

function show(told: readonly Line[]): void {
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
  unshown.files += 1;
}

/** What became of one file: of a filled-in sheet a line for each of its own. */
async function send(client: DeskClient, file: File): Promise<readonly Line[]> {
  const failed = (problem: DeskProblem | 'too-large'): readonly Line[] => [
    { id: v4(), fileName: file.name, state: 'failed', problem, file },
  ];
  if (file.size > MOST_BYTES) return failed('too-large');
  const base64 = await file.arrayBuffer().then(
    (bytes) => base64Of(new Uint8Array(bytes)),
    () => null,
  );
  // The stick was pulled out between dropping and reading.
  if (base64 === null) return failed({ code: 'unreachable' });
  const handed = { fileName: file.name.slice(0, 255), base64 };
  const tell = (method: LevelCommandName, input: object) =>
    sendCommand(client, method as never, input as never, v4(), PAUSES_MS) as Promise<DeskReply<unknown>>;
  if (SHEET.test(file.name)) {
    const reply = await tell('figures.read-sheet', handed);
    if (!reply.ok) return failed(reply.problem);
    const { lines } = reply.value as LevelOutput<'figures.read-sheet'>;
    return lines.map(({ line, problem, ...received }) => ({
      id: v4(),
      fileName: `${file.name}, ${line}`,
      state: 'done',
      received,
      ...(problem === undefined ? {} : { problem }),
    }));
  }
  const reply = await tell('file.receive', { ...handed, route: 'page' });
  if (!reply.ok) return failed(reply.problem);
  return [{ id: v4(), fileName: file.name, state: 'done', received: reply.value as Received }];
}
