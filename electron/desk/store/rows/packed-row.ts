import type { ReadableStore, WritableStore } from '../store.ts';

/** A value of a row as it travels between two desks. */
export type Cell = string | number | null;
export type Packed = Readonly<Record<string, Cell>>;

/** The columns of each table that travel as they are; keys and days stand with them, the office is that of the desk. */
const PACKED_COLUMNS = {
  ticket: [
    'id',
    'business_day',
    'series_id',
    'queue_id',
    'letter',
    'number',
    'place',
    'priority',
    'state',
    'counter_id',
    'target_counter_id',
    'issued_at',
    'since',
    'not_here_count',
    'returns_at',
    'visit_id',
  ],
  ticket_period: [
    'id',
    'event',
    'ticket_id',
    'state',
    'started_at',
    'ended_at',
    'started_mono',
    'run',
    'duration_ms',
    'counter_id',
    'target_counter_id',
    'queue_id',
    'returns_at',
    'not_here_count',
    'run_before',
    'reason',
    'cause',
    'undone',
  ],
  ticket_remark: ['ticket_id', 'remark'],
  request: [
    'id',
    'ticket_id',
    'position',
    'procedure',
    'subject',
    'card',
    'person_id',
    'continues',
    'outcome',
    'activated',
    'outcome_period',
    'site',
    'staff',
    'residence',
    'referred_to',
    'referral_reason',
    'verdict',
    'decision',
    'excuse',
    'organisation',
    'organisation_tax_number',
    'special_case',
    'home_visit_id',
  ],
  request_paper: ['request_id', 'paper', 'required', 'wished', 'state', 'position'],
  person: [
    'id',
    'full_name',
    'folded_name',
    'id_number',
    'birth_date',
    'sex',
    'phone',
    'created_at',
    'last_day',
  ],
  told_case: ['request_id', 'at', 'officer'],
  person_paper: ['person_id', 'request_id', 'paper', 'number', 'note'],
  follow_up: [
    'request_id',
    'business_day',
    'procedure',
    'level',
    'person_id',
    'due_on',
    'noticed_on',
    'activate_by',
    'reason',
    'note',
    'dropped',
  ],
  follow_up_contact: ['id', 'request_id', 'at', 'result', 'note'],
  inactive: ['request_id', 'day', 'reason'],
  counter_pause: [
    'id',
    'counter_id',
    'business_day',
    'reason',
    'returns_at',
    'started_at',
    'started_mono',
    'run',
    'ended_at',
    'duration_ms',
  ],
  calendar_day: ['day', 'kind', 'name', 'why', 'at'],
  rule_override: ['pack_id', 'path', 'value', 'at', 'why'],
  rule_pack: ['id', 'version', 'pack', 'imported_at'],
  slip_design: ['version', 'design', 'saved_at'],
  roster: [
    'id',
    'name',
    'folded_name',
    'contact',
    'phone',
    'due_on',
    'level',
    'file_name',
    'imported_on',
    'used_on',
    'purged',
  ],
  roster_member: [
    'id',
    'roster_id',
    'place',
    'full_name',
    'folded_name',
    'id_number',
    'birth_date',
    'sex',
    'unit',
    'doubt',
    'known',
    'known_by',
    'exempt',
  ],
  visit: [
    'id',
    'day',
    'starts',
    'ends',
    'place',
    'site',
    'expected',
    'team_id',
    'goers',
    'materials',
    'contact',
    'phone',
    'roster_id',
    'called_off_on',
  ],
  home_visit: [
    'id',
    'asked_on',
    'full_name',
    'folded_name',
    'id_number',
    'birth_date',
    'address',
    'why',
    'contact',
    'phone',
    'wanted_on',
    'visit_id',
    'ended_on',
    'end_reason',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type PackedTable = keyof typeof PACKED_COLUMNS;

/** Rows of a table as they travel, which `where` chooses. */
export function packedRows(
  store: ReadableStore,
  table: PackedTable,
  where: string,
  ...values: readonly Cell[]
): Packed[] {
  const columns = PACKED_COLUMNS[table].map((column) => `${table}.${column}`).join(', ');
  return store.prepare<Cell[], Packed>(`SELECT ${columns} FROM ${table} ${where}`).all(...values);
}

type Insert = { readonly columns: readonly string[]; readonly sql: string };

/** Written once for thousands of rows. */
const inserts = new Map<string, Insert>();

function insertOf(table: PackedTable, added: readonly string[], isKept: boolean): Insert {
  const key = `${table} ${added.join(' ')} ${isKept}`;
  const known = inserts.get(key);
  if (known !== undefined) return known;
  const columns = [...PACKED_COLUMNS[table].filter((column) => !added.includes(column)), ...added];
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})${isKept ? ' ON CONFLICT DO NOTHING' : ''}`;
  inserts.set(key, { columns, sql });
  return { columns, sql };
}

/** Inserts a row that came from another desk, with what this desk adds to it; one that is there stays as it is where `isKept`. */
export function insertPacked(
  store: WritableStore,
  table: PackedTable,
  row: Packed,
  added: Packed = {},
  isKept = false,
): void {
  const { columns, sql } = insertOf(table, Object.keys(added), isKept);
  store.prepare<Cell[]>(sql).run(...columns.map((column) => (column in added ? added : row)[column] ?? null));
}
