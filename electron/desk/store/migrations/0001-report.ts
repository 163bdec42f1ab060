const closed = (row: string, day: string): string =>
  `(SELECT closed_at FROM business_day WHERE office_id = ${row}.office_id AND day = ${row}.${day}) IS NOT NULL`;

/** The version that a correction under way will freeze. */
const nextVersion = (row: string, day: string): string =>
  `(SELECT count(*) + 1 FROM day_report WHERE office_id = ${row}.office_id AND day = ${row}.${day})`;

const refuse = (name: string, when: string, why: string): string =>
  `CREATE TRIGGER ${name} ${when}\nBEGIN SELECT RAISE(ABORT, '${why}'); END;\n`;

/** Rows that only a correction adds to a closed day, under its own version, and that nothing changes afterwards. */
const layerOfVersions = (table: string, kept: string): string =>
  refuse(
    `${table}_of_version`,
    `BEFORE INSERT ON ${table} WHEN NOT (${closed('NEW', 'day')}) OR NEW.version < 2 OR NEW.version <> ${nextVersion('NEW', 'day')}`,
    'a correction is of the next version of a closed day',
  ) +
  refuse(`${table}_fixed`, `BEFORE UPDATE OF ${kept} ON ${table}`, 'a correction does not change') +
  refuse(`${table}_kept`, `BEFORE DELETE ON ${table}`, 'a correction does not change');

const layerGuards = [
  layerOfVersions('request_correction', 'office_id, day, version, request_id, outcome, activated'),
  layerOfVersions(
    'late_request',
    'id, office_id, day, version, position, procedure, outcome, activated, site, staff, residence',
  ),
  refuse(
    'day_note_of_version',
    `BEFORE INSERT ON day_note WHEN NEW.version <> CASE WHEN ${closed('NEW', 'day')} THEN ${nextVersion('NEW', 'day')} ELSE 1 END`,
    'a note is of the open day or of a correction',
  ),
  refuse('day_note_fixed', `BEFORE UPDATE ON day_note WHEN ${closed('OLD', 'day')}`, 'the day is closed'),
  refuse('day_note_kept', `BEFORE DELETE ON day_note WHEN ${closed('OLD', 'day')}`, 'the day is closed'),
  refuse(
    'activation_of_version',
    `BEFORE INSERT ON activation WHEN NEW.until_version IS NOT NULL
  OR NEW.since_version <> CASE WHEN ${closed('NEW', 'counted_on')} THEN ${nextVersion('NEW', 'counted_on')} ELSE 1 END`,
    'an activation is of the open day or of a correction',
  ),
  refuse(
    'activation_fixed',
    'BEFORE UPDATE OF request_id, office_id, counted_on, since_version, source, procedure, level ON activation',
    'an activation does not change',
  ),
  refuse(
    'activation_ends',
    `BEFORE UPDATE OF until_version ON activation WHEN NOT (${closed('OLD', 'counted_on')}) OR OLD.until_version IS NOT NULL
  OR NEW.until_version IS NOT ${nextVersion('OLD', 'counted_on')}`,
    'only a correction ends an activation of a closed day',
  ),
  refuse(
    'activation_kept',
    `BEFORE DELETE ON activation WHEN ${closed('OLD', 'counted_on')}`,
    'the day is closed',
  ),
  ...['INSERT', 'UPDATE', 'DELETE'].map((change) =>
    refuse(
      `inactive_${change.toLowerCase()}_open_day`,
      `BEFORE ${change} ON inactive WHEN ${closed(change === 'INSERT' ? 'NEW' : 'OLD', 'day')}`,
      'the day is closed',
    ),
  ),
].join('');

/**
 * Tables of follow-up, closing and targets, for the first schema. What a closed day says stays: corrections lie over it as
 * layers, each under the version of the report that first counts it.
 */
export const report0001 = `CREATE TABLE day_report (
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  version INTEGER NOT NULL,
  frozen_at TEXT NOT NULL,
  chain_head TEXT NOT NULL,
  report TEXT NOT NULL CHECK (json_valid(report)),
  reason TEXT,
  officer TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (office_id, day, version),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day),
  CHECK ((version = 1) = (reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_report_next BEFORE INSERT ON day_report
WHEN NEW.version <> 1 + (SELECT count(*) FROM day_report WHERE office_id = NEW.office_id AND day = NEW.day)
BEGIN SELECT RAISE(ABORT, 'versions of a report follow one another'); END;

CREATE TRIGGER day_report_frozen BEFORE UPDATE ON day_report
BEGIN SELECT RAISE(ABORT, 'a frozen report does not change'); END;
CREATE TRIGGER day_report_kept BEFORE DELETE ON day_report
BEGIN SELECT RAISE(ABORT, 'a frozen report does not change'); END;

-- A layer over the rows of a closed day, which never change: what a version of its report counts instead.
CREATE TABLE request_correction (
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- A request of that day, or one entered late.
  request_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'papers-missing', 'referred', 'guided', 'left', 'cancelled')),
  activated INTEGER NOT NULL CHECK (activated IN (0, 1)),
  PRIMARY KEY (office_id, day, request_id, version),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day)
) STRICT, WITHOUT ROWID;

-- A request entered after the closing: it never had a number. Its version is the first report that counts it.
CREATE TABLE late_request (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'papers-missing', 'referred', 'guided', 'left', 'cancelled')),
  activated INTEGER NOT NULL CHECK (activated IN (0, 1)),
  site TEXT NOT NULL CHECK (site IN ('desk', 'mobile', 'home')),
  staff INTEGER NOT NULL CHECK (staff IN (0, 1)),
  residence TEXT,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  UNIQUE (office_id, day, version, position),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day)
) STRICT;

CREATE INDEX late_request_person ON late_request (person_id) WHERE person_id IS NOT NULL;

-- Difficulties and proposals, as each version of the report has them.
CREATE TABLE day_note (
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  version INTEGER NOT NULL,
  difficulties TEXT NOT NULL,
  proposals TEXT NOT NULL,
  PRIMARY KEY (office_id, day, version),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day)
) STRICT, WITHOUT ROWID;

-- A taken request from which an account comes, as it stands now. Figures do not rest on it but on activation and inactive.
CREATE TABLE follow_up (
  -- A request, or one entered late.
  request_id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL,
  business_day TEXT NOT NULL,
  procedure TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  due_on TEXT,
  noticed_on TEXT,
  activate_by TEXT,
  activated_on TEXT,
  source TEXT CHECK (source IN ('desk', 'telephone', 'extract')),
  counted_on TEXT,
  -- A later request of the same person whose activation is the one that counts.
  settled_by TEXT,
  reason TEXT CHECK (reason IN ('away', 'no-device', 'missed-notice', 'not-guided', 'needs-help')),
  -- What an officer typed of a person: goes with the person.
  note TEXT,
  -- A correction of its day took the request out of those that lead to an account.
  dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
  state TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN dropped = 1 THEN 'dropped'
    WHEN activated_on IS NOT NULL THEN 'activated'
    WHEN noticed_on IS NOT NULL OR procedure = 'activate' THEN 'awaiting-activation'
    ELSE 'awaiting-result' END) STORED,
  -- The day the list of its state goes by; empty where there is none.
  stands_on TEXT NOT NULL GENERATED ALWAYS AS (coalesce(CASE
    WHEN activated_on IS NOT NULL THEN activated_on
    WHEN noticed_on IS NOT NULL OR procedure = 'activate' THEN activate_by
    ELSE due_on END, '')) STORED,
  FOREIGN KEY (office_id, business_day) REFERENCES business_day (office_id, day),
  CHECK ((activated_on IS NULL) = (source IS NULL)),
  CHECK (counted_on IS NULL OR activated_on IS NOT NULL),
  CHECK ((noticed_on IS NULL) = (activate_by IS NULL))
) STRICT;

CREATE INDEX follow_up_day ON follow_up (office_id, business_day, request_id) WHERE dropped = 0;
CREATE INDEX follow_up_open ON follow_up (office_id, stands_on) WHERE state IN ('awaiting-result', 'awaiting-activation');
CREATE INDEX follow_up_activated ON follow_up (office_id, stands_on) WHERE state = 'activated';
CREATE INDEX follow_up_person ON follow_up (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX follow_up_settled ON follow_up (settled_by) WHERE settled_by IS NOT NULL;

-- How many follow-ups stand where: the lists are counted from this, never from half a million rows.
CREATE TABLE follow_up_tally (
  office_id TEXT NOT NULL,
  state TEXT NOT NULL,
  stands_on TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (office_id, state, stands_on)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER follow_up_tally_new AFTER INSERT ON follow_up
BEGIN
  INSERT INTO follow_up_tally VALUES (NEW.office_id, NEW.state, NEW.stands_on, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER follow_up_tally_gone AFTER DELETE ON follow_up
BEGIN
  UPDATE follow_up_tally SET count = count - 1 WHERE office_id = OLD.office_id AND state = OLD.state AND stands_on = OLD.stands_on;
END;
CREATE TRIGGER follow_up_tally_moved AFTER UPDATE ON follow_up
WHEN OLD.state <> NEW.state OR OLD.stands_on <> NEW.stands_on
BEGIN
  UPDATE follow_up_tally SET count = count - 1 WHERE office_id = OLD.office_id AND state = OLD.state AND stands_on = OLD.stands_on;
  INSERT INTO follow_up_tally VALUES (NEW.office_id, NEW.state, NEW.stands_on, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER follow_up_kept BEFORE DELETE ON follow_up
WHEN (SELECT closed_at FROM business_day WHERE office_id = OLD.office_id AND day = OLD.business_day) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;
CREATE TRIGGER follow_up_stays BEFORE UPDATE OF request_id, office_id, business_day, procedure, level ON follow_up
BEGIN SELECT RAISE(ABORT, 'a follow-up belongs to its request'); END;

CREATE TABLE follow_up_contact (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES follow_up (request_id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('reached', 'no-answer', 'call-back', 'wrong-number')),
  note TEXT
) STRICT;

CREATE INDEX follow_up_contact_request ON follow_up_contact (request_id, at);

CREATE TRIGGER person_takes_notes BEFORE DELETE ON person
BEGIN
  UPDATE follow_up_contact SET note = NULL
    WHERE note IS NOT NULL AND request_id IN (SELECT request_id FROM follow_up WHERE person_id = OLD.id);
  UPDATE follow_up SET note = NULL WHERE person_id = OLD.id AND note IS NOT NULL;
END;

-- An account activated and signed in, in the one business day that counts it. A correction ends the row or adds one; the
-- versions of the report of that day say which of them they count.
CREATE TABLE activation (
  request_id TEXT NOT NULL REFERENCES follow_up (request_id),
  office_id TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  since_version INTEGER NOT NULL DEFAULT 1,
  until_version INTEGER CHECK (until_version > since_version),
  source TEXT NOT NULL CHECK (source IN ('desk', 'telephone', 'extract')),
  procedure TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  PRIMARY KEY (request_id, counted_on, since_version),
  FOREIGN KEY (office_id, counted_on) REFERENCES business_day (office_id, day)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX activation_once ON activation (request_id) WHERE until_version IS NULL;
CREATE INDEX activation_day ON activation (office_id, counted_on, level, until_version);

-- The reason for which an account is not activated, as each business day recorded it.
CREATE TABLE inactive (
  request_id TEXT NOT NULL REFERENCES follow_up (request_id),
  office_id TEXT NOT NULL,
  day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('away', 'no-device', 'missed-notice', 'not-guided', 'needs-help')),
  PRIMARY KEY (office_id, day, request_id),
  FOREIGN KEY (office_id, day) REFERENCES business_day (office_id, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX inactive_request ON inactive (request_id);

${layerGuards}
CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_day TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on >= from_day),
  stated_total INTEGER,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE campaign_row (
  campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  target INTEGER NOT NULL,
  before INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, level)
) STRICT, WITHOUT ROWID;
`;
