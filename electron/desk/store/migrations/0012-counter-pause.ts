/** When a counter rested, why, and until when it said. */
export const counterPause0012 = `CREATE TABLE counter_pause (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  counter_id TEXT NOT NULL REFERENCES counter (id),
  business_day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('rest', 'lunch', 'meeting', 'road', 'fault', 'other')),
  returns_at TEXT,
  started_at TEXT NOT NULL,
  started_mono INTEGER NOT NULL,
  run TEXT NOT NULL,
  ended_at TEXT,
  duration_ms INTEGER CHECK (duration_ms >= 0),
  CHECK ((ended_at IS NULL) = (duration_ms IS NULL))
) STRICT;
CREATE UNIQUE INDEX counter_pause_open ON counter_pause (counter_id) WHERE ended_at IS NULL;
CREATE INDEX counter_pause_day ON counter_pause (office_id, business_day);
`;
