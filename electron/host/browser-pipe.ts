import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A browser without a window, told what to do over a pipe: no port is opened and no address stands in its command line. */
export type PipedBrowser = {
  /** Sends a command of the DevTools protocol; rejects with what the browser answered, or when it is gone. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  /** Resolves when the browser is gone. */
  readonly ended: Promise<void>;
  /** Ends it now, its helpers too. */
  stop(): void;
};

type Waiting = {
  readonly done: (result: Record<string, unknown>) => void;
  readonly failed: (error: Error) => void;
};
type Answer = {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
};

/** Starts a browser with a profile of its own in `profileFolder`. */
export function startPipedBrowser(file: string, profileFolder: string): PipedBrowser {
  const child = spawn(file, flags(profileFolder), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that its helpers can be ended with it. When this program dies, the pipe breaks and the browser ends.
    detached: process.platform !== 'win32',
  });
  const [orders, answers] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone = false;
  const failAll = (): void => {
    gone = true;
    for (const { failed } of waiting.values()) failed(new Error('the browser ended'));
    waiting.clear();
  };
  const ended = new Promise<void>((done) => {
    const end = (): void => {
      failAll();
      done();
    };
    child.once('error', end);
    child.once('exit', end);
  });
  // A browser that ends while it is written to breaks the pipe; `ended` tells of that.
  orders.on('error', () => undefined);
  answers.on('error', () => undefined);
  readAnswers(answers, (text) => {
    const answer = answerOf(text);
    if (answer === undefined) {
      // What speaks like this is no browser, or one whose answers are out of step for ever.
      failAll();
      stop(child);
      return;
    }
    const { id, result, error } = answer;
    const caller = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || caller === undefined) return;
    waiting.delete(id);
    if (error === undefined) caller.done(result ?? {});
    else caller.failed(new Error(error.message));
  });
  const send: PipedBrowser['send'] = (method, params = {}, sessionId) => {
    if (gone) return Promise.reject(new Error('the browser ended'));
    last += 1;
    const id = last;
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  };
  return {
    ended,
    send,
    stop: () => stop(child),
  };
}

function flags(profileFolder: string): string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    '--hide-scrollbars',
    // Chromium refuses to run as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

/** Undefined for what is no answer of the protocol. */
function answerOf(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Hears each answer as soon as it is whole, however it was cut on its way: answers are texts that each end with a NUL. */
export function readAnswers(stream: Readable, hear: (text: string) => void): void {
  let rest: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      rest.push(chunk.subarray(start, end));
      hear(Buffer.concat(rest).toString('utf8'));
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  });
}

function stop(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
