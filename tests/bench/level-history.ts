import { countMonths } from '#electron/level/store/month-row.ts';
import { deflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import type { LevelDatabase } from '#electron/level/store/tables.ts';
import { sender, type Sender } from '#tests/support/day-files.ts';

import { inParts } from '#electron/level/store/in-parts.ts';

/** Offices with keys of their own, put into an empty level at once; those without a past are asked from today on. */
export async function fillOffices(
  db: LevelDatabase,
  { offices, past }: { readonly offices: number; readonly past: number },
  since: string,
  today: string,
): Promise<Sender[]> {
  const senders = Array.from({ length: offices }, (_, index) => sender(index + 1));
  const rows = senders.map(({ code, name, key }, index) => ({
    code,
    name,
    officeGroup: `Cụm ${Math.floor(index / 100) + 1}`,
    telephone: '',
    weekdays: '12345',
    keyId: key.keyId,
    registeredOn: since,
    expectedFrom: index < past ? since : today,
    closedOn: null,
    closedReason: null,
    tokenHash: null,
  }));
  for (const part of inParts(rows)) await db.insertInto('office').values(part).execute();
  const keys = senders.map(({ code, key }) => ({
    officeCode: code,
    keyId: key.keyId,
    state: 'accepted' as const,
    at: `${since}T00:00:00.000Z`,
    by: '',
    reason: null,
  }));
  for (const part of inParts(keys)) await db.insertInto('officeKey').values(part).execute();
  return senders;
}

/** Days of the first offices as if they had been received: all their rows, with the bytes of one real file for each. */
export async function fillDays(
  db: LevelDatabase,
  engine: 'sqlite' | 'postgresql',
  days: readonly string[],
  file: Buffer,
  offices: number,
): Promise<void> {
  const bytes = deflateRawSync(file, { level: 3 });
  for (const [index, day] of days.entries()) {
    const seed = index * 31 + 7;
    const number = sql`CAST(substr(code, 4) AS integer)`;
    const figures = LEVEL_FIGURES.map(
      (_, place) => sql`(${number} * ${sql.lit(place + 3)} + ${sql.lit(seed + place)}) % 97`,
    );
    const [frozen, received, name] = [`${day}T10:00:00.000Z`, `${day}T10:05:00.000Z`, `-${day}`].map((text) =>
      sql.lit(text),
    );
    const on = sql.lit(day);
    const last = sql.lit(`XA-${String(offices).padStart(4, '0')}`);
    const statements = [
      sql`INSERT INTO kept_file SELECT code || ${name}, ${bytes}, ${sql.lit(file.length)}, code || ${name}, ${received} FROM office WHERE code <= ${last}`,
      sql`INSERT INTO package SELECT code, ${on}, 1, 1, code || ${name}, 1, key_id, ${frozen}, ${received}, '', NULL FROM office WHERE code <= ${last}`,
      sql`INSERT INTO day_sum SELECT ${on}, code, 1, 1, ${received}, ${received}, ${frozen}, 0, ${sql.join(figures)} FROM office WHERE code <= ${last}`,
      sql`INSERT INTO day_cause SELECT code, ${on}, 'inactive', 'away', '', 2 FROM office WHERE code <= ${last}`,
      sql`INSERT INTO day_cause SELECT code, ${on}, 'inactive', 'no-device', '', 1 FROM office WHERE code <= ${last}`,
      sql`INSERT INTO day_cause SELECT code, ${on}, 'referral', 'card-needed', 'Công an phường Đồng Sen', 3 FROM office WHERE code <= ${last}`,
      sql`INSERT INTO ledger (seq, at, by, kind, status, reason, office_code, business_day, version, sha256, file_name, route, data, previous, hash)
        SELECT (SELECT coalesce(max(seq), 0) FROM ledger) + row_number() OVER (ORDER BY code), ${received}, '', 'file',
        'new', NULL, code, ${on}, 1, code || ${name}, code || ${name}, 'page', '{}', '', code || ${name} FROM office WHERE code <= ${last}`,
    ];
    for (const statement of statements) await statement.execute(db);
  }
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  const codes = Array.from({ length: offices }, (_, index) => `XA-${String(index + 1).padStart(4, '0')}`);
  await db.transaction().execute(async (trx) =>
    countMonths(
      trx,
      [...months.values()].flatMap(([businessDay = '']) =>
        codes.map((officeCode) => ({ officeCode, businessDay })),
      ),
    ),
  );
  // What a bulk load leaves to be tidied must not be measured.
  const tidying =
    engine === 'sqlite' ? ['ANALYZE', 'PRAGMA wal_checkpoint(TRUNCATE)'] : ['VACUUM ANALYZE', 'CHECKPOINT'];
  for (const one of tidying) await sql.raw(one).execute(db);
}
