/** Who told of a case on the road, laptops that were lost, and who is surely not a person of a roster. */
export const lists0020 = `CREATE TABLE told_case (
  request_id TEXT PRIMARY KEY REFERENCES request (id),
  at TEXT NOT NULL,
  -- The officer of the team by name; this desk has no id of theirs.
  officer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- From then on no pack of that laptop is taken.
ALTER TABLE team_starter ADD COLUMN lost_at TEXT;

-- An officer has said that a person of the desk is not this one of the roster.
CREATE TABLE roster_member_not (
  member_id TEXT NOT NULL REFERENCES roster_member (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (member_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_member_not_person ON roster_member_not (person_id);
`;
