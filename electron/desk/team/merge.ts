import { createGunzip } from 'node:zlib';
import type { TeamReview } from '#shared/contract/team.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { CommandCall, QueryCall } from '../desk-call.ts';
import { countDayInSteps } from '../day/day-counts.ts';
import { freezeReport } from '../day/report.ts';
import { Refusal } from '../refusal.ts';
import { arrivingPeople } from '../store/rows/arrival-row.ts';
import { setDayNote } from '../store/rows/day-layer-row.ts';
import { dayNote } from '../store/rows/day-requests.ts';
import { countArrivedDay, dayRow, isArrivingDay } from '../store/rows/day-row.ts';
import { arrivalOf, countArrivedTickets, ticketOfNumber } from '../store/rows/ticket-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { insertPacked } from '../store/rows/packed-row.ts';
import { isAheadOfReport, reportVersion } from '../store/rows/report-row.ts';
import { packMerged, starterRow, teamRows, type StarterRow, type TeamRow } from '../store/rows/team-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { arriveMembers, arriveVisits } from './arrive-visits.ts';
import { arriveCounters, arriveDay, arriveTicket, doubtedAs, knownAs } from './arrive.ts';
import { readPack, refusedFile, type ReadPack } from './pack-file.ts';
import { packHead, type PackedTicket, type PackHead } from './packed-day.ts';
import { countingVersion, readAccounts, settlePeople, stillRead, type ReadAccounts } from './settle.ts';

/** One step in milliseconds: a call that comes meanwhile waits for no more than the step. */
const STEP_MS = 12;
const MOST_NAMED = 200;

/** A pack of this office, with the laptop that made it. */
type HomePack = {
  readonly office: string;
  readonly team: TeamRow;
  readonly starter: StarterRow;
  readonly pack: ReadPack;
  readonly status: 'new' | 'already' | 'older';
};

/** Reads a pack of a team of this office. Refuses with `team-file-refused` in all other cases. */
export function homePack(store: ReadableStore, base64: string): HomePack {
  const office = officeId(store);
  const pack = readPack(Buffer.from(base64, 'base64'));
  const { header, digest } = pack;
  if (header.office !== office) throw refusedFile('other-office');
  const starter = starterRow(store, header.starter);
  const team = teamRows(store).find(({ id }) => id === header.team && id === starter?.team_id);
  if (starter === undefined || team === undefined) throw refusedFile('unknown-team');
  pack.verify(starter.public_key);
  if (starter.lost_at !== null) throw refusedFile('lost-laptop');
  if (header.pack === starter.pack && digest !== starter.digest) throw refusedFile('twin');
  const status = header.pack > starter.pack ? 'new' : header.pack === starter.pack ? 'already' : 'older';
  return { office, team, starter, pack, status };
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** The rows of a pack, line by line as they are unpacked: all of it at once would hold the desk. */
async function linesOf({ pack, team }: HomePack): Promise<{ head: PackHead; tickets: readonly string[] }> {
  const unpacked = createGunzip().setEncoding('utf8');
  unpacked.end(pack.open(team.open_key));
  const lines: string[] = [];
  let rest = '';
  for await (const part of unpacked as AsyncIterable<string>) {
    const [begun = '', ...more] = part.split('\n');
    rest += begun;
    for (const line of more) {
      lines.push(rest);
      rest = line;
    }
  }
  lines.push(rest);
  const [first = '', ...tickets] = lines;
  return { head: packHead.parse(JSON.parse(first)), tickets };
}

/** What a pack holds, and what it would do to each day. Refuses with `pack-numbers-taken` where numbers of it are others' here. */
export async function reviewPack(call: QueryCall, found: HomePack): Promise<TeamReview & { lines: Lines }> {
  const { store } = call;
  const { office, team, pack, status } = found;
  const { head, tickets } = await linesOf(found);
  const fresh = new Map(head.days.map(({ day }) => [day, { tickets: 0, fresh: 0 }]));
  const people = new Set<string>();
  const known = new Set<string>();
  const doubtful: TeamReview['doubtful'] = [];
  const taken: string[] = [];
  let until = performance.now() + STEP_MS;
  for (const line of tickets) {
    const packed = JSON.parse(line) as PackedTicket;
    const { ticket } = packed;
    const day = String(ticket['business_day']);
    const number = Number(ticket['number']);
    const counted = fresh.get(day);
    if (ticket['series_id'] !== team.series_id || counted === undefined) throw refusedFile('damaged');
    counted.tickets += 1;
    const isHere = arrivalOf(store, String(ticket['id'])) === 'here';
    if (!isHere) counted.fresh += 1;
    const holder = ticketOfNumber(store, office, day, team.series_id, number);
    if (holder !== undefined && holder !== ticket['id']) taken.push(ticketNumber(team.letter, number));
    for (const person of packed.people) {
      if (isHere || people.has(String(person['id']))) continue;
      people.add(String(person['id']));
      if (knownAs(store, office, person) !== undefined) known.add(String(person['id']));
      const other = doubtedAs(store, office, person);
      if (other !== undefined && doubtful.length < MOST_NAMED)
        doubtful.push({
          number: ticketNumber(team.letter, number),
          businessDay: day,
          fullName: String(person['full_name']),
          otherName: other,
        });
    }
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + STEP_MS;
  }
  if (taken.length > 0) throw new Refusal({ code: 'pack-numbers-taken', numbers: taken.slice(0, 20) });
  return {
    status,
    teamId: team.id,
    name: team.name,
    letter: team.letter,
    pack: pack.header.pack,
    madeAt: head.madeAt,
    people: people.size,
    known: known.size,
    doubtful,
    days: head.days.map(({ day }) => ({
      businessDay: day,
      ...(fresh.get(day) ?? { tickets: 0, fresh: 0 }),
      home: homeDay(store, office, day),
    })),
    lines: { head, tickets },
  };
}

type Lines = { readonly head: PackHead; readonly tickets: readonly string[] };

function homeDay(store: ReadableStore, office: string, day: string): TeamReview['days'][number]['home'] {
  const row = dayRow(store, office, day);
  if (row === undefined || isArrivingDay(store, office, day)) return 'absent';
  return row.voided_at !== null ? 'voided' : row.closed_at === null ? 'open' : 'closed';
}

/**
 * Brings a pack home, day by day: the tickets of a day arrive in steps, and count all at once when all are there, in the open day or in the
 * next version of a closed one. What is here stays as it is, so that it may be brought again, also after a power cut.
 */
export async function mergePack(call: CommandCall, found: HomePack): Promise<number> {
  const { store } = call;
  const { office, team, starter, pack } = found;
  const { days, lines } = await reviewPack(call, found);
  const { head } = lines;
  const today = localDay(call.at);
  // The days up to the pack before are here, and what was corrected of them here is not told anew.
  const wanted = days.filter(
    ({ businessDay, fresh }) =>
      fresh > 0 ||
      isArrivingDay(store, office, businessDay) ||
      isAheadOfReport(store, office, businessDay) ||
      (businessDay > (starter.merged_to ?? '') &&
        (head.activations.some(({ countedOn }) => countedOn === businessDay) ||
          head.inactive.some(({ day }) => day === businessDay))),
  );
  for (const { businessDay, home } of wanted) {
    if (home === 'voided') throw new Refusal({ code: 'day-voided', businessDay });
    // Its own tickets of that day are still to come.
    if (home === 'absent' && businessDay >= today) throw new Refusal({ code: 'day-not-open' });
  }
  store.write(() => {
    arriveCounters(store, office, head, team.name);
    arriveVisits(store, office, head);
  });
  const byDay = Map.groupBy(lines.tickets, (line) => /"business_day":"([\d-]+)"/.exec(line)?.[1] ?? '');
  for (const { businessDay } of wanted) {
    const day = head.days.find((one) => one.day === businessDay);
    if (day === undefined) continue;
    const left = [...(byDay.get(businessDay) ?? [])];
    do {
      await turn();
      store.write(() => {
        arriveDay(store, office, head, day, dayRow(store, office, businessDay) === undefined);
        const until = performance.now() + STEP_MS;
        while (left.length > 0 && performance.now() < until)
          arriveTicket(store, office, team.id, JSON.parse(left.shift() ?? '') as PackedTicket);
      });
    } while (left.length > 0);
    const activated = head.activations.flatMap(({ countedOn, requestId }) =>
      countedOn === businessDay ? requestId : [],
    );
    const accounts = await readAccounts(store, activated);
    store.write(() => countDayOfPack(call, found, head, day, accounts));
    if (!isArrivingDay(store, office, businessDay) && !isAheadOfReport(store, office, businessDay)) continue;
    await turn();
    const version = (reportVersion(store, office, businessDay) ?? 0) + 1;
    const counts = await countDayInSteps(store, office, businessDay, version);
    store.write(() => {
      const isNew = isArrivingDay(store, office, businessDay);
      if (isNew) countArrivedDay(store, office, businessDay);
      else if (!isAheadOfReport(store, office, businessDay)) return;
      // Somebody corrected the day meanwhile: that is another version.
      const isSame = (reportVersion(store, office, businessDay) ?? 0) + 1 === version;
      const reason = isNew ? null : reasonOf(found);
      freezeReport(call, office, businessDay, reason, isSame ? counts : undefined);
    });
  }
  const merged = {
    number: pack.header.pack,
    digest: pack.digest,
    at: call.at,
    to: head.days.at(-1)?.day ?? null,
  };
  store.write(() => {
    arriveMembers(store, office, head);
    packMerged(store, starter.id, merged);
    call.append({
      name: 'team.merged',
      data: { teamId: team.id, pack: merged.number, digest: merged.digest },
    });
  });
  return days.reduce((sum, { fresh }) => sum + fresh, 0);
}

/** Why a version of a closed day was made. */
const reasonOf = ({ team }: HomePack): string => `Tổ lưu động: ${team.name}`;

/** All of a day is here: it counts, with what the road changes of other days' accounts. */
function countDayOfPack(
  call: CommandCall,
  found: HomePack,
  head: PackHead,
  day: PackHead['days'][number],
  accounts: ReadAccounts,
): void {
  const { store } = call;
  const { office, team } = found;
  const businessDay = day.day;
  const isClosed = dayRow(store, office, businessDay)?.closed_at !== null;
  const version = countingVersion(store, office, businessDay);
  const arriving = new Map(
    head.activations
      .filter(
        ({ countedOn, requestId }) => countedOn === businessDay && !wasCounted(store, requestId, countedOn),
      )
      .map((one) => [one.requestId, one]),
  );
  const changed = settlePeople(
    store,
    office,
    arrivingPeople(store, office, businessDay),
    arriving,
    stillRead(store, accounts),
  );
  let news = arriving.size;
  for (const row of head.inactive)
    if (row['day'] === businessDay && !hasReason(store, office, businessDay, String(row['request_id']))) {
      insertPacked(store, 'inactive', row, { office_id: office, version }, true);
      news += 1;
    }
  const tickets = countArrivedTickets(store, office, businessDay, version);
  if (tickets > 0) addNotes(call, office, version, day);
  if (tickets + news > 0) changed.add(businessDay);
  call.append({ name: 'team.arrived', businessDay, data: { teamId: team.id, tickets } });
  // Its own report is counted in the next steps: both at once would hold the desk.
  if (tickets > 0 || isArrivingDay(store, office, businessDay)) changed.delete(businessDay);
  for (const one of [...changed].sort())
    if (one !== businessDay || isClosed) freezeReport(call, office, one, reasonOf(found));
}

function wasCounted(store: ReadableStore, requestId: string, countedOn: string): boolean {
  return (
    store
      .prepare<[string, string]>('SELECT 1 FROM activation WHERE request_id = ? AND counted_on = ?')
      .get(requestId, countedOn) !== undefined ||
    store
      .prepare<[string]>('SELECT 1 FROM follow_up WHERE request_id = ? AND settled_by IS NOT NULL')
      .get(requestId) !== undefined
  );
}

function hasReason(store: ReadableStore, office: string, day: string, requestId: string): boolean {
  return (
    store
      .prepare<[string, string, string]>(
        'SELECT 1 FROM inactive WHERE office_id = ? AND day = ? AND request_id = ?',
      )
      .get(office, day, requestId) !== undefined
  );
}

/** Difficulties and proposals of the road stand under those of the office. */
function addNotes(
  { store }: CommandCall,
  office: string,
  version: number,
  { day, difficulties, proposals }: PackHead['days'][number],
): void {
  const now = dayNote(store, office, day);
  const under = (here: string, road: string): string =>
    here.includes(road) ? here : `${here}\n${road}`.trim().slice(0, 4000);
  const next = {
    difficulties: under(now.difficulties, difficulties),
    proposals: under(now.proposals, proposals),
  };
  if (next.difficulties !== now.difficulties || next.proposals !== now.proposals)
    setDayNote(store, { office, day, version }, next);
}
