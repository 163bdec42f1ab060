import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { randomBytes } from 'node:crypto';
import type { CommandCall } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { addCounterRow } from '../store/rows/counter-row.ts';
import { addDevice } from '../store/rows/device-row.ts';
import { addOffice, officeRow, readOffice, saveSetting } from '../store/rows/office-row.ts';
import { addOwnOfficer } from '../store/rows/officer-row.ts';
import { insertPacked, packedRows, type Cell } from '../store/rows/packed-row.ts';
import { rosterRow } from '../store/rows/roster-row.ts';
import { addSeries } from '../store/rows/series-row.ts';
import { addStarter, setTeamDesk, teamDesk, type TeamRow } from '../store/rows/team-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { newKeyPair, publicHalf } from './pack-file.ts';
import type { StarterContent } from './starter-file.ts';

/** A new starter of a team, kept as one whose packs are taken. */
export function newStarter(call: CommandCall, team: TeamRow, rosterIds: readonly string[]): StarterContent {
  const { store } = call;
  const office = readOffice(store);
  if (office === null) throw new Refusal({ code: 'not-set-up' });
  const sign = newKeyPair('ed25519');
  const receipt = randomBytes(32).toString('base64');
  const starter = newId();
  addStarter(store, {
    id: starter,
    team_id: team.id,
    made_at: call.at,
    public_key: sign.publicKey,
    receipt_key: receipt,
  });
  const { id, name, code, receivingLevel, settings } = office;
  return {
    office: { id, name, code, receivingLevel },
    settings,
    team: {
      id: team.id,
      starter,
      name: team.name,
      letter: team.letter,
      series: team.series_id,
      counter: team.counter_id,
    },
    keys: { home: publicHalf(team.open_key), sign: sign.privateKey, receipt },
    calendar_day: packedRows(store, 'calendar_day', ''),
    rule_override: packedRows(store, 'rule_override', ''),
    rule_pack: packedRows(store, 'rule_pack', ''),
    slip_design: packedRows(store, 'slip_design', 'ORDER BY version'),
    ...roadWork(store, rosterIds, team.id, localDay(call.at)),
  };
}

/** Rosters that were chosen, and visits from today on that are the team's or nobody's yet, with the rosters and people they are for. */
function roadWork(
  store: ReadableStore,
  ids: readonly string[],
  teamId: string,
  today: string,
): Pick<StarterContent, 'roster' | 'roster_member' | 'visit' | 'home_visit'> {
  const visits = packedRows(
    store,
    'visit',
    'WHERE called_off_on IS NULL AND day >= ? AND coalesce(team_id, ?) = ? ORDER BY day, starts',
    today,
    teamId,
    teamId,
  );
  const chosen = [
    ...new Set([
      ...ids,
      ...visits.flatMap(({ roster_id: id }) => (isKeptRoster(store, id) ? String(id) : [])),
    ]),
  ];
  const roster = chosen.map((rosterId) => {
    const [row] = packedRows(store, 'roster', 'WHERE id = ? AND ended_on IS NULL AND purged = 0', rosterId);
    if (row === undefined) throw new Refusal({ code: 'unknown-roster' });
    return row;
  });
  return {
    roster,
    roster_member: chosen.flatMap((rosterId) =>
      packedRows(store, 'roster_member', 'WHERE roster_id = ? AND left_on IS NULL', rosterId),
    ),
    visit: visits.map((row) => ({
      ...row,
      roster_id: isKeptRoster(store, row['roster_id']) ? (row['roster_id'] ?? null) : null,
    })),
    home_visit: visits.flatMap(({ id = null }) =>
      packedRows(store, 'home_visit', "WHERE visit_id = ? AND ended_on IS NULL AND full_name <> ''", id),
    ),
  };
}

function isKeptRoster(store: ReadableStore, id: Cell | undefined): boolean {
  return typeof id === 'string' && rosterRow(store, id)?.purged === 0;
}

/** Makes this desk, which is of nobody yet, that of a team; the same starter again changes nothing. In the caller's transaction. */
export function beginTeamDesk(call: CommandCall, from: StarterContent): void {
  const { store, caller, at } = call;
  const { office, team, keys } = from;
  if (teamDesk(store)?.starter_id === team.starter) return;
  if (officeRow(store) !== undefined) throw new Refusal({ code: 'already-set-up' });
  addOffice(store, { ...office, training: call.training, at });
  addOwnOfficer(store, office.id, caller.officer, at);
  addDevice(store, { id: caller.device, office: office.id, name: '', kind: 'desk', at });
  addCounterRow(store, office.id, team.counter, team.name);
  addSeries(store, office.id, { id: team.series, letter: team.letter, name: team.name });
  for (const [key, value] of Object.entries(from.settings as Partial<OfficeSettings>))
    saveSetting(store, office.id, key, value);
  const own = { office_id: office.id };
  const signed = { ...own, officer: caller.officer };
  for (const row of from.calendar_day) insertPacked(store, 'calendar_day', row, signed);
  for (const row of from.rule_override) insertPacked(store, 'rule_override', row, signed);
  for (const table of ['rule_pack', 'slip_design', 'roster', 'roster_member', 'visit', 'home_visit'] as const)
    for (const row of from[table]) insertPacked(store, table, row, own);
  setTeamDesk(store, office.id, {
    team_id: team.id,
    starter_id: team.starter,
    name: team.name,
    letter: team.letter,
    home_key: keys.home,
    sign_key: keys.sign,
    receipt_key: keys.receipt,
  });
  call.append({ name: 'office.set-up', data: { counters: 1 } });
  call.append({ name: 'team.started', data: { teamId: team.id, starterId: team.starter } });
}
