/**
 * Replies lie in the order in which they were given. In the order of their keys, which are random, each took several pages of
 * every commit.
 */
export const replyOrder0002 = `
CREATE TABLE idempotency_in_order (
  key TEXT PRIMARY KEY,
  method TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  reply TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
INSERT INTO idempotency_in_order SELECT key, method, body_hash, reply, at FROM idempotency ORDER BY at;
DROP TABLE idempotency;
ALTER TABLE idempotency_in_order RENAME TO idempotency;
`;
