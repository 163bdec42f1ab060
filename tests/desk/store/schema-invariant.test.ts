import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import { faultKind } from '#electron/desk/store/store-fault.ts';
import type { Store } from '#electron/desk/store/store.ts';
import {
  addEvent,
  addRequest,
  addTicket,
  closeDay,
  DAY,
  NOW,
  OFFICE,
  openDay,
  setUpOffice,
} from './store-folder.ts';

let store: Store;
beforeEach(() => {
  store = openMemoryStore();
  setUpOffice(store);
  openDay(store, DAY);
});
afterEach(() => store.close());

const run = (sql: string): void => void store.database.exec(sql);

/** The schema refuses, with the driver's constraint code, and the statement leaves no trace. */
function refused(work: () => void, code: string): void {
  const before = store.database.serialize();
  let error: unknown = null;
  try {
    store.write(work);
  } catch (caught) {
    error = caught;
  }
  expect(error, 'the schema lets it pass').not.toBeNull();
  expect((error as { code?: string }).code).toBe(code);
  expect(faultKind(error)).toBe('logic');
  expect(store.database.serialize().equals(before), 'something was written').toBe(true);
}

const TRIGGER = 'SQLITE_CONSTRAINT_TRIGGER';
const UNIQUE = 'SQLITE_CONSTRAINT_UNIQUE';

describe('a number', () => {
  it('is given once per day and series', () => {
    addTicket(store, { number: 1 });
    refused(() => addTicket(store, { number: 1, id: 'another' }), UNIQUE);
  });

  it('begins anew on the next day', () => {
    addTicket(store, { number: 1 });
    closeDay(store, DAY);
    openDay(store, '2026-11-21');
    addTicket(store, { number: 1, day: '2026-11-21' });
  });

  it.each([
    ['number', '2'],
    ['letter', `'B'`],
    ['business_day', `'2026-11-19'`],
    ['place', '9'],
    ['priority', '1'],
    ['issued_at', `'2026-11-20T01:00:00.000Z'`],
  ])('stays as printed: %s', (column, value) => {
    addTicket(store, { number: 1 });
    refused(() => run(`UPDATE ticket SET ${column} = ${value}`), TRIGGER);
  });

  it('is never taken back', () => {
    addTicket(store, { number: 1 });
    run('DELETE FROM request');
    refused(() => run('DELETE FROM ticket'), TRIGGER);
    refused(() => run(`INSERT OR REPLACE INTO ticket SELECT * FROM ticket`), TRIGGER);
  });

  it('needs a day that was opened', () => {
    refused(() => addTicket(store, { number: 1, day: '2026-11-30' }), 'SQLITE_CONSTRAINT_FOREIGNKEY');
  });
});

describe('a counter', () => {
  it.each([
    ['called', 'called'],
    ['called', 'serving'],
    ['serving', 'called'],
    ['serving', 'serving'],
  ])('with one ticket %s takes no second one %s', (first, second) => {
    addTicket(store, { number: 1, state: first, counter: 'counter-1' });
    refused(() => addTicket(store, { number: 2, state: second, counter: 'counter-1' }), UNIQUE);
    addTicket(store, { number: 3, state: second, counter: 'counter-2' });
  });

  it('is free again when its ticket has moved on', () => {
    for (const [index, state] of ['done', 'on-hold', 'not-here', 'left', 'cancelled', 'waiting'].entries()) {
      addTicket(store, { number: index + 1, state, counter: 'counter-1' });
    }
    addTicket(store, { number: 9, state: 'called', counter: 'counter-1' });
  });

  it('is named by every ticket that is called or served', () => {
    for (const state of ['called', 'serving'])
      refused(() => addTicket(store, { number: 1, state }), 'SQLITE_CONSTRAINT_CHECK');
  });
});

describe('a closed day', () => {
  const paper = (code: string): void =>
    run(
      `INSERT INTO request_paper (request_id, paper, required, state, position) VALUES ('request-ticket-${DAY}-1-1', '${code}', 1, 'seen', 1)`,
    );

  beforeEach(() => {
    addTicket(store, { number: 1, state: 'done' });
    addTicket(store, { number: 2, state: 'done' });
    paper('id-card');
    run(`INSERT INTO ticket_period (id, office_id, event, ticket_id, state, started_at, started_mono, run, queue_id, not_here_count)
         VALUES ('period-1', '${OFFICE}', 1, 'ticket-${DAY}-1', 'done', '${NOW}', 0, 'run', 'series-a', 0)`);
    closeDay(store, DAY);
  });

  it.each([
    ['a new ticket', () => void addTicket(store, { number: 3, bare: true })],
    ['another state of a ticket', () => run(`UPDATE ticket SET state = 'waiting' WHERE number = 1`)],
    ['a new request', () => void addRequest(store, `ticket-${DAY}-1`, { position: 2 })],
    ['another outcome', () => run(`UPDATE request SET outcome = 'taken'`)],
    ['another procedure', () => run(`UPDATE request SET procedure = 'lock'`)],
    ['an activation', () => run('UPDATE request SET activated = 1')],
    ['the loss of a request', () => run(`DELETE FROM request WHERE ticket_id = 'ticket-${DAY}-2'`)],
    ['another paper', () => paper('tax-number')],
    ['another state of a paper', () => run(`UPDATE request_paper SET state = 'missing'`)],
    ['the loss of a paper', () => run('DELETE FROM request_paper')],
    [
      'another period',
      () =>
        run(`INSERT INTO ticket_period (id, office_id, event, ticket_id, state, started_at, started_mono, run, queue_id, not_here_count)
             VALUES ('period-2', '${OFFICE}', 2, 'ticket-${DAY}-1', 'waiting', '${NOW}', 0, 'run', 'series-a', 0)`),
    ],
    ['another length of a period', () => run('UPDATE ticket_period SET duration_ms = 5')],
    ['the loss of a period', () => run('DELETE FROM ticket_period')],
    ['being opened again', () => run('UPDATE business_day SET closed_at = NULL')],
    ['another count', () => run('UPDATE business_day SET issued = issued + 1')],
    ['being deleted', () => run('DELETE FROM business_day')],
  ])('takes no %s', (_, change) => {
    refused(change, TRIGGER);
  });

  it('lets personal data go', () => {
    run('DELETE FROM person');
    expect(store.prepare<[]>('SELECT count(*) AS n FROM request WHERE person_id IS NULL').get()).toEqual({
      n: 2,
    });
  });
});

describe('a request', () => {
  it('belongs to one ticket', () => {
    const [first, second] = [addTicket(store, { number: 1 }), addTicket(store, { number: 2, bare: true })];
    refused(() => run(`UPDATE request SET ticket_id = '${second}' WHERE ticket_id = '${first}'`), TRIGGER);
  });
});

describe('a name', () => {
  const found = (word: string): number =>
    store
      .prepare<[string], { n: number }>('SELECT count(*) AS n FROM person_name WHERE person_name MATCH ?')
      .get(word)?.n ?? -1;
  beforeEach(() => {
    addTicket(store, { number: 1 });
    run(`UPDATE person SET folded_name = 'dang thi thu'`);
  });

  it('is found as it is now written, by its beginning', () => {
    expect([found('dang'), found('dan*'), found('nguoi')]).toEqual([1, 1, 0]);
  });

  it('is found no more once the person is gone', () => {
    run('DELETE FROM person');
    expect(found('dang')).toBe(0);
  });
});

describe('the business day', () => {
  it.each(['2026-11-20', '2026-11-19', '2025-12-31'])('does not go back to %s', (day) => {
    closeDay(store, DAY);
    refused(() => openDay(store, day), TRIGGER);
  });

  it('is one at a time', () => {
    refused(() => openDay(store, '2026-11-21'), UNIQUE);
  });

  it('keeps its date', () => {
    refused(() => run(`UPDATE business_day SET day = '2026-11-18'`), TRIGGER);
  });

  it.each(['2026-1-1', '20261120', 'hôm nay', ''])('is a date, not %j', (day) => {
    closeDay(store, DAY);
    refused(() => openDay(store, day), day > DAY ? 'SQLITE_CONSTRAINT_CHECK' : TRIGGER);
  });
});

describe('the event log', () => {
  beforeEach(() => {
    for (const number of [1, 2, 3]) addEvent(store, number);
  });

  it.each([
    ['a changed event', `UPDATE event SET name = 'other' WHERE number = 2`],
    ['a renumbered event', 'UPDATE event SET number = 9 WHERE number = 3'],
    ['a missing event', 'DELETE FROM event WHERE number = 2'],
    ['a missing last event', 'DELETE FROM event WHERE number = 3'],
    [
      'a replaced event',
      `INSERT OR REPLACE INTO event VALUES (2, 1, '${NOW}', NULL, 'other', 'o', 'd', NULL, NULL, NULL, '{}', '')`,
    ],
    [
      'a gap',
      `INSERT INTO event VALUES (5, 1, '${NOW}', NULL, 'other', 'o', 'd', NULL, NULL, NULL, '{}', '')`,
    ],
    [
      'a number before the first',
      `INSERT INTO event VALUES (0, 1, '${NOW}', NULL, 'other', 'o', 'd', NULL, NULL, NULL, '{}', '')`,
    ],
    [
      'a number chosen by the engine',
      `INSERT INTO event VALUES (NULL, 1, '${NOW}', NULL, 'other', 'o', 'd', NULL, NULL, NULL, '{}', '')`,
    ],
  ])('takes no %s', (_, sql) => {
    refused(() => run(sql), TRIGGER);
  });

  it('begins with 1 and goes on by one', () => {
    expect(
      store.prepare<[]>('SELECT min(number) AS first, max(number) AS last, count(*) AS n FROM event').get(),
    ).toEqual({ first: 1, last: 3, n: 3 });
    addEvent(store, 4);
  });
});

describe('the layers over a closed day', () => {
  const request = `request-ticket-${DAY}-1`;
  const freeze = (version: number): void =>
    run(
      `INSERT INTO day_report VALUES ('${OFFICE}', '${DAY}', ${version}, '${NOW}', 'head', '{}', ${version === 1 ? 'NULL' : "'sửa'"}, 'o', 'd')`,
    );
  const correct = (version: number): void =>
    run(
      `INSERT INTO request_correction VALUES ('${OFFICE}', '${DAY}', ${version}, '${request}', 'taken', 0)`,
    );
  const late = (version: number): void =>
    run(
      `INSERT INTO late_request VALUES ('late-${version}', '${OFFICE}', '${DAY}', ${version}, 0, 'lock', 'taken', 0, 'desk', 0, NULL, NULL)`,
    );
  const note = (version: number): void =>
    run(`INSERT INTO day_note VALUES ('${OFFICE}', '${DAY}', ${version}, '', 'x')`);
  const follow = (): void =>
    run(
      `INSERT INTO follow_up (request_id, office_id, business_day, procedure, level) VALUES ('${request}', '${OFFICE}', '${DAY}', 'level-2', 'level-2')`,
    );
  const activate = (version: number): void =>
    run(
      `INSERT INTO activation (request_id, office_id, counted_on, since_version, source, procedure, level)
       VALUES ('${request}', '${OFFICE}', '${DAY}', ${version}, 'desk', 'level-2', 'level-2')`,
    );

  it('are not laid over an open one', () => {
    addTicket(store, { number: 1, state: 'done' });
    for (const version of [1, 2]) {
      refused(() => correct(version), TRIGGER);
      refused(() => late(version), TRIGGER);
    }
    refused(() => note(2), TRIGGER);
    note(1);
    follow();
    refused(() => activate(2), TRIGGER);
    activate(1);
    refused(() => activate(1), UNIQUE);
  });

  it('are of the version that comes next, and are never changed', () => {
    addTicket(store, { number: 1, state: 'done' });
    follow();
    activate(1);
    freeze(1);
    closeDay(store, DAY);
    for (const version of [1, 3]) {
      refused(() => correct(version), TRIGGER);
      refused(() => late(version), TRIGGER);
      refused(() => note(version), TRIGGER);
    }
    correct(2);
    late(2);
    note(2);
    refused(() => run('UPDATE request_correction SET activated = 1'), TRIGGER);
    refused(() => run('DELETE FROM request_correction'), TRIGGER);
    refused(() => run("UPDATE late_request SET outcome = 'left'"), TRIGGER);
    refused(() => run('DELETE FROM late_request'), TRIGGER);
    refused(() => run("UPDATE day_note SET proposals = ''"), TRIGGER);
    refused(() => run('DELETE FROM activation'), TRIGGER);
    refused(() => run('DELETE FROM follow_up'), TRIGGER);
    refused(() => run("UPDATE activation SET source = 'telephone'"), TRIGGER);
    refused(() => run('UPDATE activation SET until_version = 3'), TRIGGER);
    run('UPDATE activation SET until_version = 2');
    freeze(2);
    refused(() => run('UPDATE activation SET until_version = NULL'), TRIGGER);
    // Counted again by a later version: one row that stands, never two.
    activate(3);
    refused(() => run(`UPDATE activation SET since_version = 1 WHERE since_version = 3`), TRIGGER);
  });

  it('count an account once, whichever day learns of it', () => {
    addTicket(store, { number: 1, state: 'done' });
    follow();
    activate(1);
    freeze(1);
    closeDay(store, DAY);
    openDay(store, '2026-11-21');
    refused(
      () =>
        run(
          `INSERT INTO activation (request_id, office_id, counted_on, source, procedure, level)
           VALUES ('${request}', '${OFFICE}', '2026-11-21', 'telephone', 'level-2', 'level-2')`,
        ),
      UNIQUE,
    );
  });
});

describe('a frozen report', () => {
  beforeEach(() => {
    closeDay(store, DAY);
    run(
      `INSERT INTO day_report VALUES ('${OFFICE}', '${DAY}', 1, '${NOW}', 'head', '{"issued":2}', NULL, 'o', 'd')`,
    );
  });

  it.each([
    ['changed', `UPDATE day_report SET report = '{}'`],
    ['deleted', 'DELETE FROM day_report'],
    [
      'replaced',
      `INSERT OR REPLACE INTO day_report VALUES ('${OFFICE}', '${DAY}', 1, '${NOW}', 'head', '{}', NULL, 'o', 'd')`,
    ],
  ])('is not %s', (_, sql) => {
    refused(() => run(sql), TRIGGER);
  });

  it('is followed by a further version', () => {
    run(
      `INSERT INTO day_report VALUES ('${OFFICE}', '${DAY}', 2, '${NOW}', 'head', '{}', 'sửa số liệu', 'o', 'd')`,
    );
  });

  it('has no second version without a reason, and no version out of its turn', () => {
    const version = (number: number, reason: string): void =>
      run(
        `INSERT INTO day_report VALUES ('${OFFICE}', '${DAY}', ${number}, '${NOW}', 'head', '{}', ${reason}, 'o', 'd')`,
      );
    refused(() => version(2, 'NULL'), 'SQLITE_CONSTRAINT_CHECK');
    refused(() => version(3, "'sửa số liệu'"), TRIGGER);
  });
});
