/** What an office recorded of its own voice, unit by unit: takes, and those in use. */
export const ownVoice0016 = `CREATE TABLE voice_unit (
  id INTEGER PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  unit TEXT NOT NULL,
  used INTEGER NOT NULL CHECK (used IN (0, 1)),
  sound BLOB NOT NULL,
  UNIQUE (office_id, unit, used)
) STRICT;
`;
