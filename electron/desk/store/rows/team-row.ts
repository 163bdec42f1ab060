import { Refusal } from '../../refusal.ts';
import type { ReadableStore, WritableStore } from '../store.ts';
import { addSeries } from './series-row.ts';

export type TeamRow = {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly series_id: string;
  readonly counter_id: string;
  /** X25519, base64 of PKCS 8. */
  readonly open_key: string;
};

const teamColumns = `t.id, t.name, s.letter, t.series_id, t.counter_id, t.open_key
  FROM team t JOIN series s ON s.id = t.series_id`;

/** The teams of the office in the order of their letters. */
export function teamRows(store: ReadableStore): TeamRow[] {
  return store.prepare<[], TeamRow>(`SELECT ${teamColumns} ORDER BY s.letter`).all();
}

/** Adds a team with a series and a counter of its own; the counter stands among those that are switched off. */
export function addTeam(store: WritableStore, office: string, team: TeamRow): void {
  addSeries(store, office, { id: team.series_id, letter: team.letter, name: team.name });
  store
    .prepare<string[]>(
      'INSERT INTO team (id, office_id, name, series_id, counter_id, open_key) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(team.id, office, team.name, team.series_id, team.counter_id, team.open_key);
}

export function renameTeam(store: WritableStore, id: string, name: string): void {
  store.prepare<[string, string]>('UPDATE team SET name = ? WHERE id = ?').run(name, id);
}

export type StarterRow = {
  readonly id: string;
  readonly team_id: string;
  readonly made_at: string;
  /** Ed25519, base64 of SPKI. */
  readonly public_key: string;
  readonly receipt_key: string;
  readonly pack: number;
  readonly digest: string | null;
  readonly merged_at: string | null;
  /** The last day of that pack: what happened until then is here. */
  readonly merged_to: string | null;
  /** When the laptop was reported lost: no pack of it is taken. */
  readonly lost_at: string | null;
};

const starterColumns =
  'id, team_id, made_at, public_key, receipt_key, pack, digest, merged_at, merged_to, lost_at';

/** Every starter file that was made, the oldest first. */
export function starterRows(store: ReadableStore): StarterRow[] {
  return store
    .prepare<[], StarterRow>(`SELECT ${starterColumns} FROM team_starter ORDER BY made_at, id`)
    .all();
}

export function starterRow(store: ReadableStore, id: string): StarterRow | undefined {
  return store
    .prepare<[string], StarterRow>(`SELECT ${starterColumns} FROM team_starter WHERE id = ?`)
    .get(id);
}

export function addStarter(
  store: WritableStore,
  row: Omit<StarterRow, 'pack' | 'digest' | 'merged_at' | 'merged_to' | 'lost_at'>,
): void {
  store
    .prepare<string[]>(
      'INSERT INTO team_starter (id, team_id, made_at, public_key, receipt_key) VALUES (?, ?, ?, ?, ?)',
    )
    .run(row.id, row.team_id, row.made_at, row.public_key, row.receipt_key);
}

/** A laptop was lost, or found again: then `at` is null. */
export function setLost(store: WritableStore, starter: string, at: string | null): void {
  store.prepare<[string | null, string]>('UPDATE team_starter SET lost_at = ? WHERE id = ?').run(at, starter);
}

/** All of a pack is here. */
export function packMerged(
  store: WritableStore,
  starter: string,
  pack: {
    readonly number: number;
    readonly digest: string;
    readonly at: string;
    readonly to: string | null;
  },
): void {
  store
    .prepare<(string | number | null)[]>(
      'UPDATE team_starter SET pack = ?, digest = ?, merged_at = ?, merged_to = ? WHERE id = ?',
    )
    .run(pack.number, pack.digest, pack.at, pack.to, starter);
}

/** What a desk on the road knows of its team. */
export type TeamDeskRow = {
  readonly team_id: string;
  readonly starter_id: string;
  readonly name: string;
  readonly letter: string;
  readonly home_key: string;
  readonly sign_key: string;
  readonly receipt_key: string;
  readonly pack: number;
  readonly digest: string | null;
  readonly packed_at: string | null;
  readonly packed_to: string | null;
  readonly confirmed: number;
  readonly confirmed_at: string | null;
};

/** The team that this desk is of; undefined at a desk that stays where it is. */
export function teamDesk(store: ReadableStore): TeamDeskRow | undefined {
  return store
    .prepare<[], TeamDeskRow>(
      `SELECT team_id, starter_id, name, letter, home_key, sign_key, receipt_key, pack, digest, packed_at, packed_to,
         confirmed, confirmed_at FROM team_desk`,
    )
    .get();
}

/** Refuses, with `team-desk`, what a desk on the road leaves to its office. */
export function refuseOnRoad(store: ReadableStore): void {
  if (teamDesk(store) !== undefined) throw new Refusal({ code: 'team-desk' });
}

/** Refuses, with `letter-taken`, the letter of a team: its numbers are given on the road alone. */
export function refuseTeamLetter(store: ReadableStore, letter: string): void {
  if (teamRows(store).some((team) => team.letter === letter))
    throw new Refusal({ code: 'letter-taken', letter });
}

export function setTeamDesk(
  store: WritableStore,
  office: string,
  row: Pick<
    TeamDeskRow,
    'team_id' | 'starter_id' | 'name' | 'letter' | 'home_key' | 'sign_key' | 'receipt_key'
  >,
): void {
  store
    .prepare<string[]>(
      `INSERT INTO team_desk (office_id, team_id, starter_id, name, letter, home_key, sign_key, receipt_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      office,
      row.team_id,
      row.starter_id,
      row.name,
      row.letter,
      row.home_key,
      row.sign_key,
      row.receipt_key,
    );
}

export function packMade(
  store: WritableStore,
  pack: { readonly number: number; readonly digest: string; readonly at: string; readonly to: string },
): void {
  store
    .prepare<(string | number)[]>('UPDATE team_desk SET pack = ?, digest = ?, packed_at = ?, packed_to = ?')
    .run(pack.number, pack.digest, pack.at, pack.to);
}

export function packConfirmed(store: WritableStore, at: string): void {
  store.prepare<[string]>('UPDATE team_desk SET confirmed = pack, confirmed_at = ?').run(at);
}
