import { expect, test } from 'vitest';
import { officeId } from '#electron/desk/store/rows/office-row.ts';
import { insertPacked, packedRows, type Packed } from '#electron/desk/store/rows/packed-row.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

/** What does not travel as it is: the office and what each desk knows or counts for itself. */
const STAYS = {
  ticket: ['office_id', 'team_id', 'version'],
  ticket_period: ['office_id'],
  ticket_remark: ['office_id'],
  request: ['office_id'],
  request_paper: [],
  person: ['office_id'],
  told_case: [],
  person_paper: [],
  follow_up: ['office_id', 'activated_on', 'source', 'counted_on', 'settled_by'],
  follow_up_contact: [],
  inactive: ['office_id', 'version'],
  counter_pause: ['office_id'],
  calendar_day: ['office_id', 'officer'],
  rule_override: ['office_id', 'officer'],
  rule_pack: ['office_id'],
  slip_design: ['office_id'],
  roster: ['office_id', 'ended_on'],
  roster_member: ['office_id', 'person_id', 'left_on'],
  visit: ['office_id'],
  home_visit: ['office_id'],
} as const;

type Column = { name: string; type: 'TEXT' | 'INTEGER'; notnull: number };

test.each(Object.entries(STAYS))('a row of %s comes to another desk with every column', (name, stays) => {
  const table = name as keyof typeof STAYS;
  const { store } = openTestDesk();
  store.database.pragma('foreign_keys = OFF');
  store.database.pragma('ignore_check_constraints = ON');
  const columns = store.database
    .prepare<[], Column>(`SELECT name, type, "notnull" FROM pragma_table_info('${table}')`)
    .all();
  const valueOf = ({ name: column, type }: Column): string | number => {
    if (column === 'office_id') return officeId(store);
    if (type === 'INTEGER') return 1;
    return /^(business_)?day$/.test(column) ? '2026-11-20' : column;
  };
  const travels = columns.filter((column) => !(stays as readonly string[]).includes(column.name));
  const row: Packed = Object.fromEntries(travels.map((column) => [column.name, valueOf(column)]));
  const added = Object.fromEntries(
    columns
      .filter((column) => (column.notnull === 1 || column.name === 'version') && !travels.includes(column))
      .map((column) => [column.name, valueOf(column)]),
  );
  store.write(() => insertPacked(store, table, row, added));
  const [first] = Object.keys(row);
  expect(packedRows(store, table, `WHERE ${first} = ?`, row[first ?? ''] ?? null)).toEqual([row]);
});
