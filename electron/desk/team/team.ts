import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Team } from '#shared/contract/team.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { forgetPerson } from '../person/purge.ts';
import { forgetVisitedHomes } from '../store/rows/home-visit-row.ts';
import { peopleSeenUpTo } from '../store/rows/person-row.ts';
import { Refusal } from '../refusal.ts';
import type { StretchCost } from '../seal/stretch.ts';
import { addAwayCounter } from '../store/rows/counter-row.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeId, readCounters } from '../store/rows/office-row.ts';
import { readSeries } from '../store/rows/series-row.ts';
import {
  addTeam,
  packConfirmed,
  packMade,
  refuseOnRoad,
  refuseTeamLetter,
  renameTeam,
  setLost,
  starterRows,
  teamDesk,
  teamRows,
  type TeamDeskRow,
  type TeamRow,
} from '../store/rows/team-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { homePack, mergePack, reviewPack } from './merge.ts';
import { newKeyPair, writePack } from './pack-file.ts';
import { readPackedDay, readPackHead } from './packed-day.ts';
import { isReceipt, receiptOf } from './receipt.ts';
import { readStarter, writeStarter } from './starter-file.ts';
import { beginTeamDesk, newStarter } from './starter.ts';

function listTeams(store: ReadableStore): Team[] {
  const starters = starterRows(store);
  return teamRows(store).map(({ id, name, letter }) => {
    const own = starters.filter(({ team_id }) => team_id === id);
    const newest = own.at(-1);
    const merged = own
      .filter(({ merged_at }) => merged_at !== null)
      .toSorted((a, b) => (a.merged_at ?? '').localeCompare(b.merged_at ?? ''))
      .at(-1);
    return {
      teamId: id,
      name,
      series: letter,
      startedAt: newest?.made_at ?? null,
      mergedAt: merged?.merged_at ?? null,
      mergedTo: merged?.merged_to ?? null,
      lostAt: newest?.lost_at ?? null,
      state:
        newest === undefined
          ? 'no-laptop'
          : newest.lost_at !== null
            ? 'lost'
            : newest.merged_at === null
              ? 'away'
              : 'came',
    };
  });
}

function knownTeam(store: ReadableStore, id: string): TeamRow {
  const found = teamRows(store).find((team) => team.id === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-team' });
  return found;
}

function refuseName(store: ReadableStore, office: string, name: string): void {
  const names = [...readCounters(store, office), ...teamRows(store)].map((one) => one.name);
  if (names.includes(name)) throw new Refusal({ code: 'name-taken', name });
}

function newTeam(call: CommandCall, office: string, name: string, letter: string): string {
  const { store } = call;
  if (readSeries(store, office).some((series) => series.letter === letter))
    throw new Refusal({ code: 'letter-taken', letter });
  refuseTeamLetter(store, letter);
  refuseName(store, office, name);
  const team = { id: newId(), name, letter, series_id: newId(), counter_id: newId() };
  addAwayCounter(store, office, { id: team.counter_id, name }, name);
  addTeam(store, office, { ...team, open_key: newKeyPair('x25519').privateKey });
  return team.id;
}

/** The team of this desk; refuses with `no-team-desk`. */
function ownTeam(store: ReadableStore): TeamDeskRow {
  officeId(store);
  const team = teamDesk(store);
  if (team === undefined) throw new Refusal({ code: 'no-team-desk' });
  return team;
}

/** The name of a file without what a stick may not take. */
function fileName(team: string, what: string, day: string): string {
  const plain = team.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd');
  return `${plain.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}-${day}.${what}`;
}

/** One pack or merge at a time: a second one waits for the first. */
const underWay = new WeakMap<ReadableStore, Promise<unknown>>();

function inTurn<T>(store: ReadableStore, work: () => Promise<T>): Promise<T> {
  const next = (underWay.get(store.reader) ?? Promise.resolve()).then(work);
  underWay.set(
    store.reader,
    next.catch(() => undefined),
  );
  return next;
}

async function makePack(call: CommandCall): Promise<{ fileName: string; base64: string }> {
  const { store } = call;
  const office = officeId(store);
  const team = ownTeam(store);
  const open = findOpenDay(store, office);
  if (open !== undefined) throw new Refusal({ code: 'day-still-open', businessDay: open.day });
  const head = readPackHead(store, call.at);
  const to = head.days.at(-1)?.day;
  if (to === undefined) throw new Refusal({ code: 'day-not-closed', businessDay: localDay(call.at) });
  const lines = [JSON.stringify(head)];
  for (const { day } of head.days) {
    for (const ticket of readPackedDay(store, day)) lines.push(JSON.stringify(ticket));
    await new Promise((done) => setImmediate(done));
  }
  const rows = await promisify(gzip)(lines.join('\n'));
  const from = { office, team: team.team_id, starter: team.starter_id, pack: team.pack + 1 };
  const { file, digest } = writePack(rows, from, { homeKey: team.home_key, signKey: team.sign_key });
  store.write(() => {
    packMade(store, { number: from.pack, digest, at: call.at, to });
    call.append({ name: 'team.packed', data: { pack: from.pack, digest, tickets: lines.length - 1 } });
  });
  return { fileName: fileName(team.name, 'goi-qtd', to), base64: file.toString('base64') };
}

const LET_GO_AT_ONCE = 25;

/** Deletes everybody who was last seen up to a day, in steps beside the work of the desk; answers how many. */
async function letGo(store: WritableStore, office: string, upTo: string): Promise<number> {
  let people = 0;
  for (;;) {
    const found = peopleSeenUpTo(store, office, upTo, LET_GO_AT_ONCE);
    if (found.length === 0) break;
    store.write(() => {
      for (const id of found) forgetPerson(store, id, 'purged');
    });
    people += found.length;
    await new Promise((done) => setImmediate(done));
  }
  store.write(() => forgetVisitedHomes(store, office, upTo));
  store.scrub();
  return people;
}

async function confirm(call: CommandCall, typed: string): Promise<{ people: number }> {
  const { store } = call;
  const office = officeId(store);
  const team = ownTeam(store);
  const { pack, digest, packed_to: to } = team;
  if (
    digest === null ||
    to === null ||
    !isReceipt(typed, receiptOf(team.receipt_key, team.starter_id, pack, digest))
  )
    throw new Refusal({ code: 'receipt-wrong' });
  const people = await letGo(store, office, to);
  store.write(() => {
    packConfirmed(store, call.at);
    call.append({ name: 'team.confirmed', data: { pack, people } });
  });
  return { people };
}

/** Teams on the road: at home, and at the desk of a team. `cost` is what a guess of a passphrase costs. */
export const teamServices = (cost?: StretchCost) =>
  ({
    'team.save'(call, input) {
      const { store } = call;
      const office = officeId(store);
      refuseOnRoad(store);
      const { name } = input;
      let { teamId } = input;
      if (teamId === undefined) {
        if (input.series === undefined)
          throw new Refusal({ code: 'invalid-input', path: 'series', reason: 'missing' });
        teamId = newTeam(call, office, name, input.series);
      } else {
        const known = knownTeam(store, teamId);
        if (input.series !== undefined && input.series !== known.letter)
          throw new Refusal({ code: 'invalid-input', path: 'series', reason: 'fixed' });
        if (name !== known.name) {
          refuseName(store, office, name);
          renameTeam(store, teamId, name);
        }
      }
      const id = teamId;
      const saved = listTeams(store).find((team) => team.teamId === id);
      if (saved === undefined) throw new Refusal({ code: 'unknown-team' });
      call.append({ name: 'team.saved', data: { teamId: id, letter: saved.series } });
      return saved;
    },
    'team.lose'({ store, at, append }, { teamId, isLost }) {
      refuseOnRoad(store);
      knownTeam(store, teamId);
      const newest = starterRows(store).findLast(({ team_id }) => team_id === teamId);
      if (newest === undefined || (newest.lost_at !== null) === isLost)
        throw new Refusal({ code: 'no-laptop' });
      setLost(store, newest.id, isLost ? at : null);
      append({ name: 'team.laptop-lost', data: { teamId, starterId: newest.id, back: !isLost } });
      return { teamId };
    },
    'team.list': ({ store }) => listTeams(store),
    async 'team.starter'(call, { teamId, passphrase, rosterIds = [] }) {
      const { store } = call;
      refuseOnRoad(store);
      const team = knownTeam(store, teamId);
      const content = store.write(() => {
        const made = newStarter(call, team, rosterIds);
        call.append({ name: 'team.starter-made', data: { teamId, starterId: made.team.starter } });
        return made;
      });
      const file = await writeStarter(content, passphrase, cost);
      return {
        fileName: fileName(team.name, 'mo-may-qtd', localDay(call.at)),
        base64: file.toString('base64'),
      };
    },
    async 'team.start'(call, { base64, passphrase }) {
      const { store } = call;
      const content = await readStarter(Buffer.from(base64, 'base64'), passphrase);
      store.write(() => beginTeamDesk(call, content));
      return { teamId: content.team.id, name: content.team.name, series: content.team.letter };
    },
    'team.here'({ store }) {
      const team = teamDesk(store);
      if (team === undefined) return null;
      const unpacked = store
        .prepare<[string], { days: number }>(
          'SELECT count(*) AS days FROM business_day WHERE closed_at IS NOT NULL AND voided_at IS NULL AND day > ?',
        )
        .get(team.packed_to ?? '');
      return {
        teamId: team.team_id,
        name: team.name,
        series: team.letter,
        pack: team.pack,
        packedAt: team.packed_at,
        confirmed: team.pack > 0 && team.confirmed === team.pack,
        unpackedDays: unpacked?.days ?? 0,
      };
    },
    'team.pack': (call) => inTurn(call.store, () => makePack(call)),
    async 'team.review'(call, { base64 }) {
      refuseOnRoad(call.store);
      const { lines: _lines, ...review } = await reviewPack(call, homePack(call.store, base64));
      return review;
    },
    'team.merge': (call, { base64 }) =>
      inTurn(call.store, async () => {
        refuseOnRoad(call.store);
        const found = homePack(call.store, base64);
        const { starter, pack, status } = found;
        const tickets = status === 'new' ? await mergePack(call, found) : 0;
        const receipt =
          status === 'older'
            ? null
            : receiptOf(starter.receipt_key, starter.id, pack.header.pack, pack.digest);
        return { status, tickets, receipt };
      }),
    'team.confirm': (call, { receipt }) => inTurn(call.store, () => confirm(call, receipt)),
  }) satisfies Partial<Services>;
