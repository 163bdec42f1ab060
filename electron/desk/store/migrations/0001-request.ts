/** Tables of people and of what they ask for, for the first schema. Personal data stands in person and person_paper alone. */
export const request0001 = `CREATE TABLE person (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  full_name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  id_number TEXT,
  id_last_four TEXT GENERATED ALWAYS AS (substr(id_number, -4)) VIRTUAL,
  birth_date TEXT,
  sex TEXT CHECK (sex IN ('male', 'female')),
  phone TEXT,
  created_at TEXT NOT NULL,
  last_day TEXT
) STRICT;

CREATE INDEX person_id_number ON person (office_id, id_number) WHERE id_number IS NOT NULL;
CREATE INDEX person_id_last_four ON person (office_id, id_last_four) WHERE id_last_four IS NOT NULL;

CREATE VIRTUAL TABLE person_name USING fts5 (
  folded_name, content = 'person', content_rowid = 'rowid', prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER person_name_new AFTER INSERT ON person
BEGIN INSERT INTO person_name (rowid, folded_name) VALUES (NEW.rowid, NEW.folded_name); END;
CREATE TRIGGER person_name_gone AFTER DELETE ON person
BEGIN INSERT INTO person_name (person_name, rowid, folded_name) VALUES ('delete', OLD.rowid, OLD.folded_name); END;
CREATE TRIGGER person_name_change AFTER UPDATE OF folded_name ON person
BEGIN
  INSERT INTO person_name (person_name, rowid, folded_name) VALUES ('delete', OLD.rowid, OLD.folded_name);
  INSERT INTO person_name (rowid, folded_name) VALUES (NEW.rowid, NEW.folded_name);
END;

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  position INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  subject TEXT NOT NULL,
  card TEXT NOT NULL,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  -- The request of an earlier visit whose checklist this one goes on with.
  continues TEXT REFERENCES request (id),
  outcome TEXT CHECK (outcome IN ('taken', 'papers-missing', 'referred', 'guided', 'left', 'cancelled')),
  activated INTEGER NOT NULL DEFAULT 0 CHECK (activated IN (0, 1)),
  -- The period of the ticket that gave the outcome: its undo takes back what it wrote.
  outcome_period TEXT,
  site TEXT NOT NULL DEFAULT 'desk' CHECK (site IN ('desk', 'mobile', 'home')),
  staff INTEGER NOT NULL DEFAULT 0 CHECK (staff IN (0, 1)),
  -- Words of the office's own lists, as they stood then.
  residence TEXT,
  referred_to TEXT,
  referral_reason TEXT,
  UNIQUE (ticket_id, position)
) STRICT;

CREATE INDEX request_continues ON request (continues) WHERE continues IS NOT NULL;
CREATE INDEX request_person ON request (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE request_paper (
  request_id TEXT NOT NULL REFERENCES request (id),
  paper TEXT NOT NULL,
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  wished INTEGER NOT NULL DEFAULT 0 CHECK (wished IN (0, 1)),
  state TEXT CHECK (state IN ('seen', 'missing', 'mismatch', 'not-wanted', 'in-vneid')),
  position INTEGER NOT NULL,
  PRIMARY KEY (request_id, paper)
) STRICT, WITHOUT ROWID;

-- Personal data of a paper: lives and dies with its person.
CREATE TABLE person_paper (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  request_id TEXT NOT NULL REFERENCES request (id),
  paper TEXT NOT NULL,
  number TEXT,
  note TEXT,
  PRIMARY KEY (person_id, request_id, paper)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER request_new_open_day BEFORE INSERT ON request
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = NEW.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_change_open_day BEFORE UPDATE OF outcome, activated, procedure, subject, ticket_id, site, staff, residence, referred_to, referral_reason ON request
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_kept BEFORE DELETE ON request
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_paper_new_open_day BEFORE INSERT ON request_paper
WHEN (SELECT d.closed_at FROM request r JOIN ticket t ON t.id = r.ticket_id JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
  WHERE r.id = NEW.request_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_paper_change_open_day BEFORE UPDATE ON request_paper
WHEN (SELECT d.closed_at FROM request r JOIN ticket t ON t.id = r.ticket_id JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
  WHERE r.id = OLD.request_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_paper_kept BEFORE DELETE ON request_paper
WHEN (SELECT d.closed_at FROM request r JOIN ticket t ON t.id = r.ticket_id JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
  WHERE r.id = OLD.request_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER request_stays_with_ticket BEFORE UPDATE OF ticket_id ON request
WHEN OLD.ticket_id <> NEW.ticket_id
BEGIN SELECT RAISE(ABORT, 'a request belongs to one ticket'); END;
`;
