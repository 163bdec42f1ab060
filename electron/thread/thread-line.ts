/** What one side can be asked by the other, by name. Arguments and answers are copied: plain values and bytes, nothing that acts. */
type Calls = Readonly<Record<string, (...args: never[]) => unknown>>;

/** An end of a channel between two threads, whichever class it is of. */
export type Port = {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (message: unknown) => void): unknown;
};

type Asked = { readonly name: string; readonly args: unknown[]; readonly turn?: number };
type Answered = { readonly turn: number; readonly value?: unknown; readonly error?: unknown };

/** The other side is gone: nobody knows what became of what it was asked. */
export class ThreadEnded extends Error {}

export type ThreadLine<Far extends Calls> = {
  /** Rejects with what the other side threw, or with `ThreadEnded`. */
  ask<N extends keyof Far & string>(
    name: N,
    ...args: Parameters<Far[N]>
  ): Promise<Awaited<ReturnType<Far[N]>>>;
  /** Asks without an answer. What is told and asked arrives in its order. */
  tell<N extends keyof Far & string>(name: N, ...args: Parameters<Far[N]>): void;
  /** Nothing comes any more. */
  end(): void;
};

/** Two threads that ask each other. `near` is what this side answers; `log` hears what failed of what was only told. */
export function threadLine<Far extends Calls>(
  port: Port,
  near: Calls,
  log: (error: unknown) => void,
): ThreadLine<Far> {
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: unknown) => void }>();
  let lastTurn = 0;
  let isOver = false;

  port.on('message', (message) => {
    const said = message as Asked | Answered;
    if ('name' in said) return void answer(said);
    const asker = waiting.get(said.turn);
    waiting.delete(said.turn);
    if ('error' in said) asker?.failed(said.error);
    else asker?.done(said.value);
  });

  async function answer({ name, args, turn }: Asked): Promise<void> {
    try {
      const serve = near[name] as ((...given: unknown[]) => unknown) | undefined;
      if (serve === undefined) throw new Error(`nothing here is called ${name}`);
      const value = await serve(...args);
      if (turn !== undefined) send({ turn, value });
    } catch (error) {
      if (turn === undefined) log(error);
      else send({ turn, error });
    }
  }

  function send(message: Asked | Answered): void {
    if (!isOver) port.postMessage(message);
  }

  return {
    ask(name, ...args) {
      if (isOver) return Promise.reject(new ThreadEnded());
      lastTurn += 1;
      const turn = lastTurn;
      return new Promise((done, failed) => {
        waiting.set(turn, { done: done as (value: unknown) => void, failed });
        send({ name, args, turn });
      });
    },
    tell: (name, ...args) => send({ name, args }),
    end() {
      isOver = true;
      for (const { failed } of waiting.values()) failed(new ThreadEnded());
      waiting.clear();
    },
  };
}
