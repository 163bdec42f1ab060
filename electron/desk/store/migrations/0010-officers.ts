/**
 * Officers have roles and a PIN. Of a PIN only what argon2id makes of it is kept, with its salt and cost as JSON. `wrong` counts
 * wrong ones in a row before they are compared, so that neither a restart nor a killed program gives a guess back.
 */
export const officers0010 = `ALTER TABLE officer ADD COLUMN roles TEXT NOT NULL DEFAULT '["leader","reception","counter"]' CHECK (json_valid(roles));
ALTER TABLE officer ADD COLUMN pin TEXT CHECK (pin IS NULL OR json_valid(pin));
ALTER TABLE officer ADD COLUMN wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0);

CREATE TABLE access (
  office_id TEXT PRIMARY KEY REFERENCES office (id),
  pins INTEGER NOT NULL DEFAULT 0 CHECK (pins IN (0, 1)),
  lock_minutes INTEGER NOT NULL DEFAULT 5,
  -- What the recovery key of plain data is known by; that of encrypted data opens the key file.
  recovery TEXT CHECK (recovery IS NULL OR json_valid(recovery))
) STRICT, WITHOUT ROWID;
`;
