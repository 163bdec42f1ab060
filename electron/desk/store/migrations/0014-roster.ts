/** Agencies whose people are to be brought to 100 %, and these people. What goes with a purge stands in roster_member. */
export const roster0014 = `CREATE TABLE roster (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  due_on TEXT,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  file_name TEXT,
  imported_on TEXT,
  -- The last day on which somebody worked with the list.
  used_on TEXT NOT NULL,
  ended_on TEXT,
  -- The names of its people went; what is known of each stays.
  purged INTEGER NOT NULL DEFAULT 0 CHECK (purged IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX roster_name ON roster (office_id, folded_name) WHERE ended_on IS NULL;

CREATE TABLE roster_member (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  roster_id TEXT NOT NULL REFERENCES roster (id),
  place INTEGER NOT NULL,
  full_name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  id_number TEXT,
  birth_date TEXT,
  sex TEXT CHECK (sex IN ('male', 'female')),
  unit TEXT,
  doubt TEXT,
  -- By the yes of an officer; else a person of the same number and name is this one.
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  -- What is known of the account without a file of the desk.
  known TEXT CHECK (known IN ('taken', 'issued', 'activated')),
  known_by TEXT CHECK (known_by IN ('desk', 'extract', 'shown')),
  exempt TEXT,
  left_on TEXT,
  CHECK ((known IS NULL) = (known_by IS NULL))
) STRICT;
CREATE INDEX roster_member_roster ON roster_member (roster_id, place);
CREATE INDEX roster_member_number ON roster_member (office_id, id_number) WHERE id_number IS NOT NULL;
CREATE INDEX roster_member_name ON roster_member (office_id, folded_name) WHERE id_number IS NULL;
CREATE INDEX roster_member_person ON roster_member (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX person_folded_name ON person (office_id, folded_name);
`;
