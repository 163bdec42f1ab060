import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#electron/desk/store/store.ts';

type Values = Record<string, unknown>;

/** The tables a ticket's rows stand in, by the column that names the ticket. */
const ticketTables = ['request', 'ticket_period', 'event'] as const;

/**
 * A second database of the same schema, written without the desk: prepared statements, one BEGIN IMMEDIATE … COMMIT,
 * WAL and FULL. What the desk wrote for one operation is read back from it and written here again.
 */
export type RawRows = {
  /** Reads the rows of a ticket that was just issued; gives the commit that writes them here. */
  issued(ticketId: string, key: string): () => void;
  /** Reads what the latest move of a ticket changed; gives the commit that writes it here. */
  moved(ticketId: string, key: string): () => void;
  close(): void;
};

/** `folder` is empty; the desk must hold its office and its open day, and no ticket yet. */
export function rawRows(store: Store, folder: string): RawRows {
  const from = store.database;
  from.pragma('wal_checkpoint(TRUNCATE)');
  const file = join(folder, 'raw.db');
  copyFileSync(store.file, file);
  const raw = new Database(file);
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  if (raw.pragma('synchronous', { simple: true }) !== 2) throw new Error('the raw database is not durable');
  raw.pragma('foreign_keys = ON');

  const columnsOf = (tableName: string) =>
    (from.pragma(`table_info(${tableName})`) as { name: string }[]).map(({ name }) => name);
  const inserter = (tableName: string) => {
    const columns = columnsOf(tableName);
    return raw.prepare<[Values]>(
      `INSERT INTO ${tableName} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    );
  };
  const reader = (tableName: string, where: string) =>
    from.prepare<[string], Values>(`SELECT * FROM ${tableName} WHERE ${where}`);

  const insert = Object.fromEntries(
    ['ticket', 'person', 'request', 'request_paper', 'ticket_period', 'event', 'idempotency'].map((name) => [
      name,
      inserter(name),
    ]),
  );
  const put = (tableName: string, rows: readonly Values[]): void => {
    for (const row of rows) insert[tableName]?.run(row);
  };
  const read = {
    ticket: reader('ticket', 'id = ?'),
    person: reader('person', 'id IN (SELECT person_id FROM request WHERE ticket_id = ?)'),
    papers: reader('request_paper', 'request_id IN (SELECT id FROM request WHERE ticket_id = ?)'),
    key: reader('idempotency', 'key = ?'),
    ...(Object.fromEntries(ticketTables.map((name) => [name, reader(name, 'ticket_id = ?')])) as Record<
      (typeof ticketTables)[number],
      ReturnType<typeof reader>
    >),
    day: from.prepare<[], Values>('SELECT * FROM business_day WHERE closed_at IS NULL'),
    series: from.prepare<[], Values>('SELECT * FROM series_day'),
    counter: reader('counter', 'id = (SELECT counter_id FROM ticket WHERE id = ?)'),
  };
  const update = {
    day: raw.prepare<[Values]>(
      'UPDATE business_day SET issued = @issued, calls = @calls WHERE office_id = @office_id AND day = @day',
    ),
    series: raw.prepare<[Values]>(
      `INSERT INTO series_day (office_id, day, series_id, last_number) VALUES (@office_id, @day, @series_id, @last_number)
       ON CONFLICT DO UPDATE SET last_number = excluded.last_number`,
    ),
    ticket: raw.prepare<[Values]>(
      `UPDATE ticket SET state = @state, counter_id = @counter_id, target_counter_id = @target_counter_id, queue_id = @queue_id,
         returns_at = @returns_at, not_here_count = @not_here_count, since = @since WHERE id = @id`,
    ),
    period: raw.prepare<[Values]>(
      'UPDATE ticket_period SET ended_at = @ended_at, duration_ms = @duration_ms WHERE id = @id',
    ),
    counter: raw.prepare<[Values]>('UPDATE counter SET priority_run = @priority_run WHERE id = @id'),
  };
  const commit = raw.transaction((work: () => void) => work());

  return {
    issued(ticketId, key) {
      const [day, series] = [read.day.all(), read.series.all()];
      const [ticket, people] = [read.ticket.all(ticketId), read.person.all(ticketId)];
      const [requests, papers] = [read.request.all(ticketId), read.papers.all(ticketId)];
      const [events, periods] = [read.event.all(ticketId), read.ticket_period.all(ticketId)];
      const keys = read.key.all(key);
      return () =>
        commit.immediate(() => {
          for (const row of day) update.day.run(row);
          for (const row of series) update.series.run(row);
          put('ticket', ticket);
          put('person', people);
          put('request', requests);
          put('request_paper', papers);
          put('event', events);
          put('ticket_period', periods);
          put('idempotency', keys);
        });
    },
    moved(ticketId, key) {
      const [day, ticket, counter] = [read.day.all(), read.ticket.all(ticketId), read.counter.all(ticketId)];
      const [ended, begun] = read.ticket_period.all(ticketId).slice(-2);
      const event = read.event.all(ticketId).slice(-1);
      const keys = read.key.all(key);
      if (ended === undefined || begun === undefined) throw new Error('the ticket has not moved');
      return () =>
        commit.immediate(() => {
          for (const row of day) update.day.run(row);
          for (const row of ticket) update.ticket.run(row);
          for (const row of counter) update.counter.run(row);
          update.period.run(ended);
          put('event', event);
          put('ticket_period', [begun]);
          put('idempotency', keys);
        });
    },
    close: () => raw.close(),
  };
}
