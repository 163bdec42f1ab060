import { report0001 } from './0001-report.ts';
import { request0001 } from './0001-request.ts';

/**
 * The first schema. Invariants stand here, not in the services: a number once per day and series, one active
 * call per counter, a closed day that takes nothing new, an event log that only grows.
 */
export const desk0001 = `
CREATE TABLE office (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  receiving_level TEXT NOT NULL,
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

-- Who works here. A desk without sign-in has one, made with the office.
CREATE TABLE officer (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The PCs and displays of the office; 'desk' is the one that holds this database.
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('desk', 'counter', 'display')),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX device_desk ON device (office_id) WHERE kind = 'desk';

CREATE TABLE setting (
  office_id TEXT NOT NULL REFERENCES office (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (office_id, key)
) STRICT, WITHOUT ROWID;

-- What belongs to one PC and not to the office: its printers, the counter it stands at.
CREATE TABLE device_setting (
  device_id TEXT NOT NULL REFERENCES device (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (device_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- Priority calls since the last ordinary one, at this counter.
  priority_run INTEGER NOT NULL DEFAULT 0,
  UNIQUE (office_id, name)
) STRICT;

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  letter TEXT NOT NULL CHECK (letter GLOB '[A-Z]'),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (office_id, letter)
) STRICT;

CREATE TABLE series_procedure (
  series_id TEXT NOT NULL REFERENCES series (id),
  procedure TEXT NOT NULL,
  PRIMARY KEY (series_id, procedure)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter_series (
  counter_id TEXT NOT NULL REFERENCES counter (id),
  series_id TEXT NOT NULL REFERENCES series (id),
  PRIMARY KEY (counter_id, series_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE business_day (
  office_id TEXT NOT NULL REFERENCES office (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  -- Tickets issued and calls made so far: the place in the queue and the clock of absent tickets.
  issued INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (office_id, day)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX business_day_open ON business_day (office_id) WHERE closed_at IS NULL;

CREATE TRIGGER business_day_forward BEFORE INSERT ON business_day
WHEN EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day >= NEW.day)
BEGIN SELECT RAISE(ABORT, 'the business day only moves forward'); END;

CREATE TRIGGER business_day_stays_closed BEFORE UPDATE ON business_day
WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a closed day does not change'); END;

CREATE TRIGGER business_day_keeps_date BEFORE UPDATE OF office_id, day ON business_day
WHEN OLD.office_id <> NEW.office_id OR OLD.day <> NEW.day
BEGIN SELECT RAISE(ABORT, 'a business day keeps its date'); END;

-- Only a day opened by mistake goes: open, and without a single number.
CREATE TRIGGER business_day_kept BEFORE DELETE ON business_day
WHEN OLD.closed_at IS NOT NULL OR OLD.issued > 0
BEGIN SELECT RAISE(ABORT, 'a business day is never deleted'); END;

CREATE TABLE series_day (
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  series_id TEXT NOT NULL REFERENCES series (id),
  last_number INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (office_id, day, series_id),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  business_day TEXT NOT NULL,
  -- The series that gave the number, and the queue it stands in now: a transfer changes only the queue.
  series_id TEXT NOT NULL REFERENCES series (id),
  queue_id TEXT NOT NULL REFERENCES series (id),
  letter TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  place INTEGER NOT NULL,
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'on-hold', 'not-here', 'done', 'left', 'cancelled')),
  counter_id TEXT REFERENCES counter (id),
  target_counter_id TEXT REFERENCES counter (id),
  issued_at TEXT NOT NULL,
  since TEXT NOT NULL,
  not_here_count INTEGER NOT NULL DEFAULT 0,
  -- The value of business_day.calls at which an absent ticket comes back by itself.
  returns_at INTEGER,
  UNIQUE (office_id, business_day, series_id, number),
  FOREIGN KEY (office_id, business_day) REFERENCES business_day (office_id, day),
  CHECK ((state IN ('called', 'serving')) <= (counter_id IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX ticket_active_counter ON ticket (counter_id) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_waiting ON ticket (office_id, business_day, priority, place) WHERE state = 'waiting';
CREATE INDEX ticket_open ON ticket (office_id, business_day, state, place) WHERE state IN ('called', 'serving', 'on-hold', 'not-here');
CREATE INDEX ticket_day ON ticket (office_id, business_day, place);

CREATE TRIGGER ticket_new_open_day BEFORE INSERT ON ticket
WHEN (SELECT closed_at FROM business_day WHERE office_id = NEW.office_id AND day = NEW.business_day) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER ticket_change_open_day BEFORE UPDATE ON ticket
WHEN (SELECT closed_at FROM business_day WHERE office_id = OLD.office_id AND day = OLD.business_day) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER ticket_kept BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'a ticket is never deleted'); END;

CREATE TRIGGER ticket_keeps_number BEFORE UPDATE OF series_id, number, letter, business_day, place, priority, issued_at ON ticket
WHEN OLD.series_id <> NEW.series_id OR OLD.number <> NEW.number OR OLD.letter <> NEW.letter
  OR OLD.business_day <> NEW.business_day OR OLD.place <> NEW.place OR OLD.priority <> NEW.priority OR OLD.issued_at <> NEW.issued_at
BEGIN SELECT RAISE(ABORT, 'a ticket keeps its number'); END;

CREATE TABLE ticket_period (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  -- The event of this desk that began it: the order of a ticket's periods.
  event INTEGER NOT NULL,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  state TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  -- Monotonic milliseconds and the run of the program they belong to; a period that spans a restart falls back to the clock.
  started_mono INTEGER NOT NULL,
  run TEXT NOT NULL,
  duration_ms INTEGER,
  counter_id TEXT,
  target_counter_id TEXT,
  queue_id TEXT NOT NULL,
  returns_at INTEGER,
  not_here_count INTEGER NOT NULL,
  -- What the call found, so that its undo can put it back.
  run_before INTEGER,
  -- What an officer typed; it may speak of a person, so a purge may take it away from a closed day too.
  reason TEXT,
  -- Why the desk itself began this period.
  cause TEXT CHECK (cause IN ('by-itself', 'undo', 'settled')),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX ticket_period_ticket ON ticket_period (ticket_id, event);

CREATE TRIGGER ticket_period_new_open_day BEFORE INSERT ON ticket_period
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = NEW.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER ticket_period_change_open_day BEFORE UPDATE OF id, office_id, event, ticket_id, state, started_at, ended_at, started_mono, run, duration_ms,
  counter_id, target_counter_id, queue_id, returns_at, not_here_count, run_before, cause, undone ON ticket_period
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

CREATE TRIGGER ticket_period_kept BEFORE DELETE ON ticket_period
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;

${request0001}
CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  -- The PC that stored it; no other lists or prints it.
  device_id TEXT NOT NULL REFERENCES device (id),
  business_day TEXT NOT NULL,
  -- A sheet of a ticket, or a form such as a handout in one language.
  ticket_id TEXT REFERENCES ticket (id),
  form TEXT,
  sheet TEXT NOT NULL CHECK (sheet IN ('number', 'guidance', 'handout', 'list')),
  paper TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'failed', 'given-up')),
  copy INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  problem TEXT,
  route TEXT NOT NULL CHECK (route IN ('driver-silent', 'driver-dialog', 'network-thermal', 'pdf-file', 'none')),
  -- When a person last asked for it; two minutes later it no longer prints by itself.
  wanted_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Set while it is handed to a printer. Found set after a start, the program ended in between.
  sending INTEGER NOT NULL DEFAULT 0 CHECK (sending IN (0, 1)),
  may_have_printed INTEGER NOT NULL DEFAULT 0 CHECK (may_have_printed IN (0, 1)),
  UNIQUE (ticket_id, sheet, copy),
  CHECK ((ticket_id IS NULL) <> (form IS NULL))
) STRICT;

-- Looks of the slips; version 1 is the shipped one and has no row. A slip names the version it was printed with.
CREATE TABLE slip_design (
  office_id TEXT NOT NULL REFERENCES office (id),
  version INTEGER NOT NULL CHECK (version > 1),
  design TEXT NOT NULL CHECK (json_valid(design)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (office_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slip_design_fixed BEFORE UPDATE ON slip_design
BEGIN SELECT RAISE(ABORT, 'a kept design does not change'); END;
CREATE TRIGGER slip_design_kept BEFORE DELETE ON slip_design
BEGIN SELECT RAISE(ABORT, 'a kept design does not change'); END;

-- What was chosen for the slips of a ticket; null follows the office.
CREATE TABLE slip_choice (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id),
  language TEXT,
  large INTEGER CHECK (large IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The design a sheet was first printed with: a reprint looks like what the person holds.
CREATE TABLE slip_printed (
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  sheet TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, sheet)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slip_printed_first AFTER INSERT ON print_job
WHEN NEW.ticket_id IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO slip_printed (ticket_id, sheet, version)
  SELECT NEW.ticket_id, NEW.sheet, coalesce(max(version), 1) FROM slip_design WHERE office_id = NEW.office_id;
END;

CREATE INDEX print_job_day ON print_job (device_id, business_day, created_at);

${report0001}
-- An office's own value over one of a rule pack; the pack keeps its own beside it.
CREATE TABLE rule_override (
  office_id TEXT NOT NULL REFERENCES office (id),
  pack_id TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  officer TEXT NOT NULL REFERENCES officer (id),
  at TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (office_id, pack_id, path)
) STRICT, WITHOUT ROWID;

-- Packs the office imported; the newest version of an id is the one in use.
CREATE TABLE rule_pack (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  pack TEXT NOT NULL CHECK (json_valid(pack)),
  imported_at TEXT NOT NULL,
  PRIMARY KEY (office_id, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
  office_id TEXT NOT NULL REFERENCES office (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  officer TEXT NOT NULL REFERENCES officer (id),
  at TEXT NOT NULL,
  PRIMARY KEY (office_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  -- The form of what the hash is taken over.
  v INTEGER NOT NULL,
  at TEXT NOT NULL,
  business_day TEXT,
  name TEXT NOT NULL,
  officer TEXT NOT NULL,
  device TEXT NOT NULL,
  ticket_id TEXT,
  request_id TEXT,
  counter_id TEXT,
  data TEXT NOT NULL CHECK (json_valid(data)),
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX event_day ON event (business_day, number);
-- Which days and months have been exported.
CREATE INDEX event_export ON event (business_day) WHERE name = 'report.saved';

CREATE TRIGGER event_grows_by_one BEFORE INSERT ON event
WHEN NEW.number <> 1 AND NOT EXISTS (SELECT 1 FROM event WHERE number = NEW.number - 1)
BEGIN SELECT RAISE(ABORT, 'event numbers have no gap'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_fixed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;

CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  method TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  reply TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (at);
`;
