import { latestSchema, MIGRATIONS, type Migration } from '#electron/desk/store/migrations/migrations.ts';

const next = latestSchema(MIGRATIONS) + 1;

/** Two later schemas that rebuild a table and add a large one, so that the upgrade lasts long enough to be cut. */
export const upgraded: readonly Migration[] = [
  ...MIGRATIONS,
  {
    number: next,
    sql: `
      CREATE TABLE event_note (event INTEGER NOT NULL, turn INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
      INSERT INTO event_note SELECT e.number, turn.value, e.hash FROM event e, json_each('[' || substr(replace(hex(zeroblob(40)), '00', ',1'), 2) || ']') turn;
      CREATE INDEX event_note_text ON event_note (text, turn);`,
  },
  {
    number: next + 1,
    sql: `CREATE TABLE event_sum (total INTEGER NOT NULL) STRICT; INSERT INTO event_sum SELECT count(*) FROM event_note;`,
  },
];
