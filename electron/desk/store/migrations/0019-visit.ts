/** Outings of teams and of the desk, and people who ask to be visited at home. What goes with a purge stands in home_visit. */
export const visit0019 = `CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  day TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  place TEXT NOT NULL,
  site TEXT NOT NULL CHECK (site IN ('mobile', 'home')),
  expected INTEGER NOT NULL,
  -- Of the home office; the laptop of a team knows no teams.
  team_id TEXT,
  goers TEXT NOT NULL,
  materials TEXT NOT NULL,
  -- Who expects them there.
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  roster_id TEXT REFERENCES roster (id),
  called_off_on TEXT
) STRICT;
CREATE INDEX visit_day ON visit (office_id, day);

CREATE TABLE home_visit (
  id TEXT PRIMARY KEY,
  office_id TEXT NOT NULL REFERENCES office (id),
  asked_on TEXT NOT NULL,
  full_name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  id_number TEXT,
  birth_date TEXT,
  address TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('old', 'ill', 'hard-to-travel', 'other')),
  -- The relative who asks, and their telephone.
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  wanted_on TEXT,
  visit_id TEXT REFERENCES visit (id),
  ended_on TEXT,
  end_reason TEXT CHECK (end_reason IN ('came', 'not-wanted', 'moved-away', 'deceased', 'other')),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE INDEX home_visit_visit ON home_visit (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX home_visit_number ON home_visit (office_id, id_number) WHERE id_number IS NOT NULL;

ALTER TABLE ticket ADD COLUMN visit_id TEXT REFERENCES visit (id);
CREATE INDEX ticket_visit ON ticket (visit_id) WHERE visit_id IS NOT NULL;
ALTER TABLE request ADD COLUMN home_visit_id TEXT REFERENCES home_visit (id);
CREATE INDEX request_home_visit ON request (home_visit_id) WHERE home_visit_id IS NOT NULL;
`;
