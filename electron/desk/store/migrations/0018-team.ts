/** Drops a trigger of an earlier step and writes it anew. */
const anew = (name: string, when: string, why: string): string =>
  `DROP TRIGGER ${name};\nCREATE TRIGGER ${name} ${when}\nBEGIN SELECT RAISE(ABORT, '${why}'); END;\n`;

const closed = (row: string, day: string): string =>
  `(SELECT closed_at FROM business_day WHERE office_id = ${row}.office_id AND day = ${row}.${day}) IS NOT NULL`;

const nextVersion = (row: string, day: string): string =>
  `(SELECT count(*) + 1 FROM day_report WHERE office_id = ${row}.office_id AND day = ${row}.${day})`;

/** The closing of the day of a ticket that is here as a whole. */
const closedTicket = (ticket: string): string =>
  `(SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
  WHERE t.id = ${ticket} AND t.version <> 0) IS NOT NULL`;

const requestColumns =
  'outcome, activated, procedure, subject, ticket_id, site, staff, residence, referred_to, referral_reason';

/**
 * Teams on the road, and what they bring home. A ticket that a team gave arrives with version 0, which no report counts, and
 * takes its rows then, into a closed day too; when all of its day are there, all get the version that first counts them. A day that
 * this desk never opened arrives closed and voided, and counts from then on.
 */
export const team0018 = `CREATE TABLE team (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  name TEXT NOT NULL,
  -- Its numbers are of a series of its own, which this desk never gives.
  series_id TEXT NOT NULL UNIQUE REFERENCES series (id),
  counter_id TEXT NOT NULL UNIQUE REFERENCES counter (id),
  -- What its packs are opened with: an X25519 key, base64 of PKCS 8.
  open_key TEXT NOT NULL,
  UNIQUE (office_id, name)
) STRICT;

-- Each file that made a laptop one of the team.
CREATE TABLE team_starter (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES team (id),
  made_at TEXT NOT NULL,
  -- Whose signature its packs bear, and what this desk signs receipts for them with; base64.
  public_key TEXT NOT NULL,
  receipt_key TEXT NOT NULL,
  -- The newest of its packs that is here, and the SHA-256 of its file.
  pack INTEGER NOT NULL DEFAULT 0,
  digest TEXT,
  merged_at TEXT,
  -- The last day in it.
  merged_to TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX team_starter_team ON team_starter (team_id, made_at);

-- This desk is that of a team: one row.
CREATE TABLE team_desk (
  office_id TEXT PRIMARY KEY REFERENCES office (id),
  team_id TEXT NOT NULL,
  starter_id TEXT NOT NULL,
  name TEXT NOT NULL,
  letter TEXT NOT NULL,
  home_key TEXT NOT NULL,
  sign_key TEXT NOT NULL,
  receipt_key TEXT NOT NULL,
  -- The newest pack made here, with its digest, and the newest that home has said it has.
  pack INTEGER NOT NULL DEFAULT 0,
  digest TEXT,
  packed_at TEXT,
  -- The last day in it.
  packed_to TEXT,
  confirmed INTEGER NOT NULL DEFAULT 0,
  confirmed_at TEXT
) STRICT, WITHOUT ROWID;

ALTER TABLE ticket ADD COLUMN team_id TEXT REFERENCES team (id);
ALTER TABLE ticket ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE INDEX ticket_arriving ON ticket (office_id, business_day) WHERE version = 0;
ALTER TABLE inactive ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE business_day ADD COLUMN of_team INTEGER NOT NULL DEFAULT 0 CHECK (of_team IN (0, 1));

${anew(
  'ticket_new_open_day',
  `BEFORE INSERT ON ticket
WHEN NEW.version NOT IN (0, 1) OR (NEW.version = 0) <> (NEW.team_id IS NOT NULL) OR (NEW.version = 1 AND ${closed('NEW', 'business_day')})`,
  'the day is closed',
)}
${anew(
  'ticket_change_open_day',
  `BEFORE UPDATE ON ticket WHEN OLD.version <> 0 AND ${closed('OLD', 'business_day')}`,
  'the day is closed',
)}
CREATE TRIGGER ticket_arrived BEFORE UPDATE OF version ON ticket
WHEN OLD.version <> NEW.version AND (OLD.version <> 0
  OR NEW.version <> CASE WHEN ${closed('OLD', 'business_day')} THEN ${nextVersion('OLD', 'business_day')} ELSE 1 END)
BEGIN SELECT RAISE(ABORT, 'a ticket arrives in the next version of its day'); END;
CREATE TRIGGER ticket_keeps_team BEFORE UPDATE OF team_id ON ticket
WHEN OLD.team_id IS NOT NEW.team_id
BEGIN SELECT RAISE(ABORT, 'a ticket keeps its number'); END;
${anew('ticket_period_new_open_day', `BEFORE INSERT ON ticket_period WHEN ${closedTicket('NEW.ticket_id')}`, 'the day is closed')}
${anew('request_new_open_day', `BEFORE INSERT ON request WHEN ${closedTicket('NEW.ticket_id')}`, 'the day is closed')}
${anew(
  'request_change_open_day',
  `BEFORE UPDATE OF ${requestColumns} ON request WHEN ${closedTicket('OLD.ticket_id')}`,
  'the day is closed',
)}
${anew(
  'request_paper_new_open_day',
  `BEFORE INSERT ON request_paper WHEN ${closedTicket('(SELECT ticket_id FROM request WHERE id = NEW.request_id)')}`,
  'the day is closed',
)}
${anew(
  'inactive_insert_open_day',
  `BEFORE INSERT ON inactive WHEN NEW.version <> CASE WHEN ${closed('NEW', 'day')} THEN ${nextVersion('NEW', 'day')} ELSE 1 END`,
  'the day is closed',
)}
${anew(
  'business_day_forward',
  `BEFORE INSERT ON business_day
WHEN NOT (NEW.of_team = 1 AND NEW.closed_at IS NOT NULL AND NEW.voided_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day >= NEW.day AND voided_at IS NULL)`,
  'the business day only moves forward',
)}
${anew(
  'business_day_taken_up',
  `BEFORE UPDATE OF voided_at ON business_day
WHEN OLD.voided_at IS NOT NULL AND NEW.voided_at IS NULL AND (NEW.issued <> OLD.issued OR NEW.calls <> OLD.calls
    OR NOT (OLD.of_team = 1 AND NEW.closed_at IS OLD.closed_at) AND (NEW.closed_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day > NEW.day AND voided_at IS NULL)))`,
  'a voided day is taken up as it is, and moves forward',
)}
-- Whose account a visit to activate was for is seen when the file that it belongs to comes home.
DROP TRIGGER follow_up_stays;
CREATE TRIGGER follow_up_stays BEFORE UPDATE OF request_id, office_id, business_day, procedure, level ON follow_up
WHEN OLD.request_id <> NEW.request_id OR OLD.office_id <> NEW.office_id OR OLD.business_day <> NEW.business_day
  OR OLD.procedure <> NEW.procedure OR (OLD.level <> NEW.level AND OLD.procedure <> 'activate')
BEGIN SELECT RAISE(ABORT, 'a follow-up belongs to its request'); END;
DROP TRIGGER activation_fixed;
CREATE TRIGGER activation_fixed BEFORE UPDATE OF request_id, office_id, counted_on, since_version, source, procedure, level ON activation
WHEN OLD.request_id <> NEW.request_id OR OLD.office_id <> NEW.office_id OR OLD.counted_on <> NEW.counted_on
  OR OLD.since_version <> NEW.since_version OR OLD.source <> NEW.source OR OLD.procedure <> NEW.procedure
  OR (OLD.level <> NEW.level AND OLD.procedure <> 'activate')
BEGIN SELECT RAISE(ABORT, 'an activation does not change'); END;
`;
