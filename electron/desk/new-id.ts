import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes of 256 ids: asking the system for those of one costs more than all else that an id is made with. */
const pool = Buffer.alloc(256 * 16);
let used = pool.length;
let last = 0;
let turn = 0;

/** A UUID of version 7. Those of one thread rise in the order in which they were made. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  turn = now > last ? Math.floor(random.readUInt32BE(6) / 2) : turn + 1;
  last = Math.max(now, last);
  return v7({ random, msecs: last, seq: turn });
}
