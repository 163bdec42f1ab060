import Database from 'better-sqlite3';
import { join } from 'node:path';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { inventPerson } from '#shared/domain/sample-day/invented-person.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { CHAIN_START, eventColumns, link, type EventRow } from '#electron/desk/store/event-chain.ts';
import { DATABASE_NAME } from '#electron/desk/store/marker.ts';
import { benchDesk, officeInput } from './bench-desk.ts';
import { sampleReport } from './sample-report.ts';

/** How much an office has behind it. */
export type Past = { readonly tickets: number; readonly days: number; readonly people: number };

type SchemaRow = { readonly sql: string };

/**
 * Fills a new desk with years of closed days, straight into its tables and in one transaction: for each ticket one request with
 * three papers, four periods and six events. Gives the names of the people, folded.
 */
export function fillPast(folder: string, past: Past): string[] {
  const { desk, call } = benchDesk(folder);
  call('office.set-up', officeInput(3));
  desk.close();

  const database = new Database(join(folder, DATABASE_NAME));
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  database.pragma('cache_size = -400000');
  const guards = database
    .prepare<[], SchemaRow & { type: string; name: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'trigger' OR type = 'index')
       AND tbl_name NOT LIKE 'person!_name%' ESCAPE '!'`,
    )
    .all();
  let names: string[] = [];
  database.transaction(() => {
    for (const { type, name } of guards) database.exec(`DROP ${type} ${name}`);
    fillDays(database, past);
    names = fillPeople(database, past);
    const { last } = database
      .prepare<[], { last: number }>('SELECT max(number) AS last FROM event')
      .get() ?? {
      last: 0,
    };
    fillTickets(database, past, last);
    fillAccounts(database);
    fillEvents(database, last);
    for (const { sql } of guards) database.exec(sql);
  })();
  // What the desk itself does when it closes: the planner learns how large the tables are.
  database.pragma('optimize = 0x10002');
  database.close();
  return names;
}

/** Numbers from 0 up, as a table `n (i)`. */
const numbers = (count: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})`;

/** An id of the shape that ids have, rising with `number`. */
const idOf = (kind: number, number: string) => `printf('018f0000-${kind}000-7000-8000-%012x', ${number})`;

function fillDays(database: Database.Database, { days, tickets }: Past): void {
  const each = Math.ceil(tickets / days);
  database.exec(`INSERT INTO business_day (office_id, day, opened_at, closed_at, issued, calls)
    ${numbers(days)}
    SELECT o.id, date('2026-11-22', (i + 1 - ${days}) || ' days'), date('2026-11-22', (i + 1 - ${days}) || ' days') || 'T00:30:00.000Z',
      date('2026-11-22', (i + 1 - ${days}) || ' days') || 'T10:00:00.000Z', ${each}, ${each} FROM n, office o`);
  database.exec(`INSERT INTO series_day (office_id, day, series_id, last_number)
    SELECT d.office_id, d.day, s.id, ${each} FROM business_day d, series s`);
  database
    .prepare<[string]>(
      `INSERT INTO day_report (office_id, day, version, frozen_at, chain_head, report, officer, device)
       SELECT office_id, day, 1, closed_at, '', json_set(?, '$.businessDay', day), (SELECT id FROM officer), (SELECT id FROM device) FROM business_day`,
    )
    .run(sampleReport());
}

function fillPeople(database: Database.Database, { people }: Past): string[] {
  const { id: office } = database.prepare<[], { id: string }>('SELECT id FROM office').get() ?? { id: '' };
  const luck = chance(200_000);
  const insert = database.prepare<(string | null)[]>(
    `INSERT INTO person (id, office_id, full_name, folded_name, id_number, birth_date, sex, phone, created_at, last_day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return Array.from({ length: people }, (_, index) => {
    const person = inventPerson(luck, '2026-11-20', { least: 14, most: 84 });
    const folded = foldName(person.fullName);
    insert.run(
      `018f0000-5000-7000-8000-${index.toString(16).padStart(12, '0')}`,
      office,
      person.fullName,
      folded,
      person.idNumber,
      person.birthDate,
      person.sex,
      person.phone,
      '2026-01-02T01:00:00.000Z',
      '2026-11-20',
    );
    return folded;
  });
}

/** Six events follow `last` for each ticket; the first three and the sixth begin a period. */
function fillTickets(database: Database.Database, { tickets, days, people }: Past, last: number): void {
  const each = Math.ceil(tickets / days);
  const day = `date('2026-11-22', (i / ${each} + 1 - ${days}) || ' days')`;
  const minute = (more: number) => `printf('T%02d:%02d:00.000Z', 1 + (i % ${each}) * 8 / ${each}, ${more})`;
  database.exec(`INSERT INTO ticket (id, office_id, business_day, series_id, queue_id, letter, number, place, priority, state, counter_id,
      issued_at, since)
    ${numbers(tickets)}
    SELECT ${idOf(1, 'i')}, o.id, ${day}, s.id, s.id, s.letter, 1 + i % ${each}, 1 + i % ${each}, i % 7 = 0, 'done',
      (SELECT id FROM counter WHERE position % 3 = i % 3), ${day} || ${minute(0)}, ${day} || ${minute(30)}
    FROM n, office o, series s`);
  database.exec(`INSERT INTO request (id, office_id, ticket_id, position, procedure, subject, card, person_id, outcome, outcome_period)
    ${numbers(tickets)}
    SELECT ${idOf(2, 'i')}, o.id, ${idOf(1, 'i')}, 0, iif(i % 3 = 0, 'activate', 'level-2'), 'citizen', 'valid',
      ${idOf(5, `(i * 7919) % ${people}`)}, iif(i % 9 = 0, 'papers-missing', 'taken'), ${idOf(6, 'i * 6 + 6')} FROM n, office o`);
  database.exec(`INSERT INTO request_paper (request_id, paper, required, wished, state, position)
    SELECT r.id, p.value ->> 0, p.value ->> 1, 1, 'seen', p.key
    FROM request r, json_each('[["id-card", 1], ["health-insurance", 0], ["tax-number", 0]]') p ORDER BY r.id, p.value ->> 0`);
  database.exec(`INSERT INTO ticket_period (id, office_id, event, ticket_id, state, started_at, ended_at, started_mono, run, duration_ms, counter_id,
      queue_id, not_here_count)
    SELECT ${idOf(6, '(t.rowid - 1) * 6 + 1 + (e.value ->> 1)')}, t.office_id, ${last} + (t.rowid - 1) * 6 + 1 + (e.value ->> 1), t.id, e.value ->> 0, t.issued_at, t.since, 1000, 'past', 300000, t.counter_id, t.queue_id, 0
    FROM ticket t, json_each('[["waiting", 0], ["called", 1], ["serving", 2], ["done", 5]]') e ORDER BY t.rowid, e.key`);
}

/**
 * Each taken request is followed up. Two in three accounts are activated, some days later; half of the others have had their
 * notice. What was never settled stays on the lists, as in an office that has no time to call.
 */
function fillAccounts(database: Database.Database): void {
  const noticed = (column: string) => `iif(i % 3 <> 0 OR i % 2 = 0, ${column}, NULL)`;
  database.exec(`INSERT INTO follow_up (request_id, office_id, business_day, procedure, level, person_id, due_on, noticed_on, activate_by,
      activated_on, source, counted_on)
    SELECT id, office_id, business_day, procedure, 'level-2', person_id, date(business_day, '3 days'), ${noticed("date(business_day, '2 days')")},
      ${noticed("date(business_day, '9 days')")}, iif(i % 3 <> 0, later, NULL), iif(i % 3 <> 0, 'telephone', NULL), iif(i % 3 <> 0, later, NULL)
    FROM (SELECT r.id, r.office_id, t.business_day, r.procedure, r.person_id, t.rowid / 3 AS i,
        min(date(t.business_day, '4 days'), (SELECT max(day) FROM business_day)) AS later
      FROM request r JOIN ticket t ON t.id = r.ticket_id WHERE r.outcome = 'taken')`);
  database.exec(`INSERT INTO activation (request_id, office_id, counted_on, source, procedure, level)
    SELECT request_id, office_id, counted_on, source, procedure, level FROM follow_up WHERE counted_on IS NOT NULL`);
  database.exec(`INSERT INTO follow_up_tally (office_id, state, stands_on, count)
    SELECT office_id, state, stands_on, count(*) FROM follow_up GROUP BY office_id, state, stands_on`);
}

/** Numbers go on where the desk stands, without a gap. */
function fillEvents(database: Database.Database, last: number): void {
  database.exec(`INSERT INTO event (number, v, at, business_day, name, officer, device, ticket_id, request_id, counter_id, data, hash)
    SELECT ${last} + (t.rowid - 1) * 6 + 1 + e.key, 1, t.since, t.business_day, e.value, o.id, d.id, t.id, NULL, t.counter_id,
      json_object('number', t.letter || t.number, 'priority', json('false'), 'from', 'waiting', 'durationMs', 300000, 'byRule', json('true')),
      ''
    FROM ticket t, officer o, device d, json_each('["ticket.issued", "ticket.called", "ticket.started", "request.paper-set", "request.paper-set", "ticket.finished"]') e
    ORDER BY t.rowid, e.key`);
  const before = database
    .prepare<[number], { hash: string }>('SELECT hash FROM event WHERE number = ?')
    .get(last);
  let head = before?.hash ?? CHAIN_START.hash;
  const rows = database.prepare<[number], EventRow>(
    `SELECT ${eventColumns} FROM event WHERE number > ? ORDER BY number LIMIT 10000`,
  );
  const keep = database.prepare<[string, number]>('UPDATE event SET hash = ? WHERE number = ?');
  for (let at = last, some = rows.all(at); some.length > 0; some = rows.all(at)) {
    for (const row of some) {
      head = link(head, row);
      keep.run(head, row.number);
      at = row.number;
    }
  }
}
