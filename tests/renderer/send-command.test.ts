import { describe, expect, test } from 'vitest';
import {
  giveCommand,
  intentFor,
  outcomeOfAwaited,
  SAME_INTENT_MS,
  sendCommand,
  type Intent,
} from '#renderer/desk/send-command.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

const unreachable = { ok: false, problem: { code: 'unreachable' } } as const;

/** A desk whose answers are given beforehand; it notes the keys it is called with. */
function scripted(replies: readonly DeskReply<unknown>[]) {
  const keys: (string | undefined)[] = [];
  const call = (_method: string, _input: unknown, key?: string) => {
    keys.push(key);
    return Promise.resolve(replies[keys.length - 1] ?? unreachable);
  };
  return { keys, client: { call: call as DeskClient['call'], listen: () => () => undefined } };
}

describe('a lost answer', () => {
  test('is asked for again with the same key', async () => {
    const { client, keys } = scripted([unreachable, unreachable, { ok: true, value: null }]);
    const reply = await sendCommand(client, 'ticket.call-next', { counterId: 'c' }, 'key-1', [0, 0, 0]);
    expect(reply).toEqual({ ok: true, value: null });
    expect(keys).toEqual(['key-1', 'key-1', 'key-1']);
  });

  test('of a desk that stopped meanwhile is asked for in the same way', async () => {
    const stopped = { ok: false, problem: { code: 'desk-stopped', seconds: 0 } } as const;
    const { client, keys } = scripted([stopped, { ok: true, value: null }]);
    const reply = await sendCommand(client, 'ticket.call-next', { counterId: 'c' }, 'key-1', [0, 0]);
    expect(reply.ok).toBe(true);
    expect(keys).toEqual(['key-1', 'key-1']);
  });

  test('is given up after the last pause', async () => {
    const { client, keys } = scripted([]);
    expect(await sendCommand(client, 'ticket.call-next', { counterId: 'c' }, 'key-1', [0])).toEqual(
      unreachable,
    );
    expect(keys).toHaveLength(2);
  });
});

test('a refusal is an answer and is not repeated', async () => {
  const refusal = { ok: false, problem: { code: 'day-not-open' } } as const;
  const { client, keys } = scripted([refusal]);
  expect(await sendCommand(client, 'ticket.call-next', { counterId: 'c' }, 'key-1', [0, 0])).toEqual(refusal);
  expect(keys).toHaveLength(1);
});

describe('the same wish', () => {
  const lost: Intent = { key: 'old', body: JSON.stringify({ counterId: 'c' }), at: 1000 };
  const next = (input: unknown, nowMs: number, from: Intent | null = lost) =>
    intentFor(from, input, () => 'new', nowMs).key;

  test('pressed again soon after its answer was lost keeps its key', () => {
    expect(next({ counterId: 'c' }, 1000 + SAME_INTENT_MS - 1)).toBe('old');
  });

  test.each([
    ['another input', () => next({ counterId: 'd' }, 1001)],
    ['much later', () => next({ counterId: 'c' }, 1000 + SAME_INTENT_MS)],
    ['after an answer', () => next({ counterId: 'c' }, 1001, null)],
  ])('%s is a new wish', (_name, key) => {
    expect(key()).toBe('new');
  });
});

describe('what is wished again after its answer was lost', () => {
  const wish = { ticketId: 't', sheet: 'number' } as const;
  const stored = { ok: true, value: null } as const;

  test('is the same job, so it is printed once and not marked', async () => {
    const { client, keys } = scripted([unreachable, unreachable, stored]);
    expect(await giveCommand(client, 'print.queue', wish, [0])).toEqual(unreachable);
    expect(await giveCommand(client, 'print.queue', wish, [0])).toEqual(stored);
    expect(new Set(keys).size).toBe(1);
  });

  test('is another one once the desk has answered, and so is another sheet', async () => {
    const { client, keys } = scripted([stored, stored, unreachable, stored]);
    await giveCommand(client, 'print.queue', wish, []);
    await giveCommand(client, 'print.queue', wish, []);
    await giveCommand(client, 'print.queue', wish, []);
    await giveCommand(client, 'print.queue', { ...wish, sheet: 'guidance' }, []);
    expect(new Set(keys).size).toBe(4);
  });

  test('a paper set back and forth is set anew, although its first answer was lost', async () => {
    const { client, keys } = scripted([unreachable, stored, stored]);
    const paper = { requestId: 'r', paper: 'id-card' };
    await giveCommand(client, 'request.set-paper', { ...paper, state: 'seen' }, []);
    await giveCommand(client, 'request.set-paper', { ...paper, state: 'missing' }, []);
    await giveCommand(client, 'request.set-paper', { ...paper, state: 'seen' }, []);
    expect(new Set(keys).size).toBe(3);
  });
});

test('a finish waits for the papers that are still on their way, and goes on only when all were stored', async () => {
  const stored = { ok: true, value: null } as const;
  const refused = { ok: false, problem: { code: 'store-busy' } } as const;
  const after = async (...replies: readonly DeskReply<unknown>[]) => {
    const { client } = scripted(replies);
    const given = replies.map((_, index) =>
      giveCommand(client, 'request.set-paper', { requestId: 'r', paper: `p-${index}`, state: 'seen' }, []),
    );
    const other = await outcomeOfAwaited(client, 'print.queue');
    const outcome = await outcomeOfAwaited(client, 'request.set-paper');
    await Promise.all(given);
    return [other, outcome, await outcomeOfAwaited(client, 'request.set-paper')];
  };
  expect(await after()).toEqual(['none', 'none', 'none']);
  expect(await after(stored, stored)).toEqual(['none', 'done', 'none']);
  expect(await after(stored, refused)).toEqual(['none', 'refused', 'none']);
});
