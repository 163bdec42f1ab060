import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types as usual } from 'pg';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Tables } from './tables.ts';

/** Readers of the pages beside the one writer. */
const MOST_CONNECTIONS = 6;
type Oid = Parameters<typeof usual.getTypeParser>[0];
const { INT8, NUMERIC } = usual.builtins;

/** A pool of connections to the server; nothing is asked of it yet. Counts come back as numbers. */
export function postgresEngine(address: string): Kysely<Tables> {
  const pool = new Pool({
    connectionString: address,
    application_name: 'quay-tiep-dan',
    // Sums over a year are short: compiling them costs more than it saves.
    options: '-c jit=off',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    query_timeout: 120_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: Oid) => (oid === INT8 || oid === NUMERIC ? Number : usual.getTypeParser(oid)),
    },
  });
  // A connection that the server ends says so by an event, which would end the program; whoever uses it is told by its query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

/** Errors of the network and of the driver when the server goes away under a query, or is not there. */
const cut = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '08001',
]);
const cutWords =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Query read timeout|not queryable|has encountered a connection error/i;

/** What an error of the server means; null for any other. */
export function postgresProblem(error: unknown): DeskProblem | null {
  if (!(error instanceof Error)) return null;
  // Several addresses of one name were tried.
  if (error instanceof AggregateError) return postgresProblem(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (cut.has(code) || cutWords.test(error.message)) return { code: 'level-store-cut' };
  if (code === '53100') return { code: 'store-full', file: 'PostgreSQL' };
  if (code === '58030') return { code: 'store-failing', file: 'PostgreSQL' };
  if (code === '25006') return { code: 'store-readonly', file: 'PostgreSQL' };
  if (code === '53300' || code === '53200' || code === '55P03') return { code: 'store-busy' };
  return null;
}
