/** Targets by group, the final report of a campaign, and what the level above states of a unit. */
export const targets0007 = `
CREATE TABLE campaign_target (
  campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  who TEXT NOT NULL CHECK (who IN ('all', 'staff', 'residence')),
  residence TEXT CHECK ((residence IS NULL) = (who <> 'residence')),
  target INTEGER NOT NULL,
  before INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO campaign_target SELECT campaign_id, position, level, 'all', NULL, target, before FROM campaign_row;
DROP TABLE campaign_row;

ALTER TABLE campaign ADD COLUMN report_before TEXT;
ALTER TABLE campaign ADD COLUMN difficulties TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN proposals TEXT NOT NULL DEFAULT '';

-- Accounts of the unit as a list of the level above states them at the end of a day.
CREATE TABLE unit_total (
  office_id TEXT NOT NULL REFERENCES office (id),
  day TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('level-1', 'level-2')),
  issued INTEGER NOT NULL,
  activated INTEGER NOT NULL CHECK (activated <= issued),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (office_id, day, level)
) STRICT, WITHOUT ROWID;
`;
