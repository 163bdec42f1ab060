import type { z } from 'zod';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';

/** No input of a contract nests deeper than this; a text of brackets alone can nest deep enough to exhaust the stack. */
const deepestLevel = 40;

const keyPattern = /^[\w-]{8,80}$/;

/** Whether a command may come with this as its idempotency key. */
export function isCommandKey(key: string | undefined): key is string {
  return key !== undefined && keyPattern.test(key);
}

/** What a method was handed, in the shape that it takes; `invalid-input` with the path of the first fault otherwise. */
export function parseInput<T>(shape: z.ZodType<T>, payload: unknown): DeskReply<T> {
  if (isTooDeep(payload)) return refused({ code: 'invalid-input', path: '', reason: 'too-deep' });
  const parsed = shape.safeParse(payload ?? {});
  if (parsed.success) return answered(parsed.data);
  const issue = parsed.error.issues[0];
  return refused({
    code: 'invalid-input',
    path: issue?.path.join('.') ?? '',
    reason: (issue?.message ?? '').slice(0, 200),
  });
}

/** Whether JSON nests deeper than any input may. Walks it level by level, so depth itself costs no stack. */
function isTooDeep(payload: unknown): boolean {
  let level = [payload];
  for (let depth = 0; depth <= deepestLevel; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
