/** What was noted about whoever holds a ticket. A table of its own: a closed day's tickets change no more, its words go. */
export const remark0013 = `CREATE TABLE ticket_remark (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id),
  office_id TEXT NOT NULL REFERENCES office (id),
  remark TEXT NOT NULL CHECK (remark <> '')
) STRICT, WITHOUT ROWID;
`;
