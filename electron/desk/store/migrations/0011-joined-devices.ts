/** PCs that joined this desk, and the door through which they come. Of a token only its SHA-256 is kept. */
export const joinedDevices0011 = `
ALTER TABLE device ADD COLUMN token_hash TEXT;
ALTER TABLE device ADD COLUMN last_seen TEXT;
ALTER TABLE device ADD COLUMN revoked_at TEXT;
-- Its program prints by drivers of its own.
ALTER TABLE device ADD COLUMN drivers INTEGER NOT NULL DEFAULT 0 CHECK (drivers IN (0, 1));
CREATE UNIQUE INDEX device_token ON device (token_hash) WHERE token_hash IS NOT NULL;

-- The certificate by which joined PCs know this desk is made once and goes with every copy of it.
CREATE TABLE lan (
  office_id TEXT PRIMARY KEY REFERENCES office (id),
  certificate TEXT NOT NULL,
  private_key TEXT NOT NULL,
  address TEXT NOT NULL,
  port INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT, WITHOUT ROWID;
`;
