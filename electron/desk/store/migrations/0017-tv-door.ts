/** The wall over plain HTTP: where it is open, and the TVs that were let in. The token of a TV opens nothing at another door. */
export const tvDoor0017 = `CREATE TABLE tv_door (
  office_id TEXT PRIMARY KEY REFERENCES office (id),
  address TEXT NOT NULL,
  card TEXT,
  port INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT, WITHOUT ROWID;

ALTER TABLE device ADD COLUMN tv INTEGER NOT NULL DEFAULT 0 CHECK (tv IN (0, 1));
`;
