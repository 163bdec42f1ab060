import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PROGRAM, type Asker } from '#electron/desk/desk-call.ts';
import { admit } from '#electron/desk/dispatch.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { serveUpdates } from '#electron/desk/update/port/serve-updates.ts';
import type { Updates } from '#electron/desk/update/port/updates.ts';
import { holdsOffice } from '#electron/desk/rescue.ts';
import { findHosts } from '#electron/join/find-host.ts';
import {
  forgetJoined,
  JOINED_FILE,
  readJoined,
  writeJoined,
  type Joined,
} from '#electron/join/joined-file.ts';
import { pairDevice } from '#electron/join/pair-device.ts';
import type { Output, Parsed } from '#shared/contract/desk-contract.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { fingerprintWords } from '#shared/domain/office/fingerprint-words.ts';
import { readHostAddress } from '#shared/domain/office/host-address.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { levelFolder } from './data-folder.ts';
import type { ServedDesk } from './kept-desk.ts';

/** Makes this PC a receiving level: gives the address of its first window, or null where the program starts again for it. */
export type BecomeLevel = () => Promise<string | null>;

type JoiningOptions = {
  readonly folder: string;
  readonly version: string;
  readonly updates: Updates;
  /** The desk of the folder. */
  readonly own: () => ServedDesk;
  /** The desk of another PC. */
  readonly of: (joined: Joined) => ServedDesk;
  /** Absent where nothing could open the level. */
  readonly becomeLevel?: BecomeLevel | undefined;
};

/** So long a desk that was just joined may take until it is there; later it comes by itself. */
const UP_MS = 5_000;
/** How many commands are remembered. */
const MOST_KEPT = 20;

/**
 * The office's desk as this PC serves it: the one of its folder, or another that it joined. Which one changes while the program
 * runs: the streams of the former end, and windows come back to the next. What was kept in the folder before an office was set up
 * stays there, and is there again when the PC leaves.
 */
export function joining({ folder, version, updates, own, of, becomeLevel }: JoiningOptions): ServedDesk {
  /** The desk of this folder is not the one that is served. */
  let isAway = false;
  /** No other call comes between the last look at the own desk and its end. */
  let isChanging = false;
  let turn: Promise<unknown> = Promise.resolve();
  const given = new Map<string, { readonly asked: string; readonly reply: Promise<DeskReply<unknown>> }>();
  let office = begin();

  function begin(): ServedDesk {
    isAway = true;
    const file = join(folder, JOINED_FILE);
    try {
      const joined = readJoined(folder);
      if (joined === undefined) isAway = false;
      else if (holdsOffice(folder)) return deskless(file, 'this folder holds an office of its own');
      return joined === undefined ? own() : of(joined);
    } catch (error) {
      return deskless(file, String(error));
    }
  }

  async function mayJoin(): Promise<DeskReply<unknown>> {
    // An office beside the file of another desk is never covered by a new one: no code is spent on it.
    if (isAway) return holdsOffice(folder) ? refused({ code: 'already-set-up' }) : answered({});
    const shown = await office.dispatch('office.show', {}, PROGRAM);
    if (!shown.ok) return shown;
    return (shown.value as Output<'office.show'>) === null ? shown : refused({ code: 'already-set-up' });
  }

  /** The former desk is closed when nothing reaches it any more. */
  async function exchange(): Promise<void> {
    const former = office;
    office = begin();
    await former.close();
  }

  async function joinDesk({ address, port, code }: Parsed<'join.here'>): Promise<DeskReply<unknown>> {
    const before = await mayJoin();
    if (!before.ok) return before;
    const reply = await pairDevice({ address, port }, code, version);
    if (!reply.ok) return reply;
    isChanging = true;
    try {
      const still = await mayJoin();
      if (!still.ok) return still;
      writeJoined(folder, reply.value);
      await exchange();
    } catch {
      return refused({ code: 'store-failing', file: join(folder, JOINED_FILE) });
    } finally {
      isChanging = false;
    }
    for (const until = performance.now() + UP_MS; performance.now() < until;) {
      if ((await office.state()).ok) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    const { kind, name, certificate } = reply.value;
    return answered({ kind, name, words: fingerprintWords(fingerprintOf(certificate)) });
  }

  /** From the yes on the desk takes nothing more: an office that is set up while the level opens would be lost from sight. */
  async function become(): Promise<DeskReply<unknown>> {
    if (becomeLevel === undefined) return refused({ code: 'unknown-method' });
    isChanging = true;
    try {
      const may = isAway ? refused({ code: 'already-set-up' }) : await mayJoin();
      isChanging = may.ok;
      return may.ok ? answered({ address: await becomeLevel() }) : may;
    } catch {
      isChanging = false;
      return refused({ code: 'store-failing', file: levelFolder(folder) });
    }
  }

  async function leave(): Promise<DeskReply<unknown>> {
    if (!isAway) return refused({ code: 'unknown-device' });
    forgetJoined(folder);
    await exchange();
    return answered({});
  }

  async function find(): Promise<DeskReply<unknown>> {
    const may = isAway ? refused({ code: 'already-set-up' }) : await mayJoin();
    if (!may.ok) return may;
    const found = await findHosts();
    return answered(
      found.map(({ address, port, fingerprint }) => ({
        address,
        port,
        words: fingerprintWords(fingerprint),
      })),
    );
  }

  /** One after another, for each ends with another desk; one that is asked for again is done once: a wrong code counts. */
  async function inTurn(
    key: string,
    asked: string,
    work: () => Promise<DeskReply<unknown>>,
  ): Promise<DeskReply<unknown>> {
    const known = given.get(key);
    if (known !== undefined)
      return known.asked === asked ? known.reply : refused({ code: 'idempotency-key-reused' });
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    given.set(key, { asked, reply: next });
    const [oldest = ''] = given.keys();
    if (given.size > MOST_KEPT) given.delete(oldest);
    return next;
  }

  /** Whose desk is on another PC updates its own program all the same; while that one is heard it says who is a leader. */
  async function update(
    method: string,
    payload: unknown,
    asker: Asker,
    key: string | undefined,
  ): Promise<DeskReply<unknown>> {
    const found = await office.state();
    let { role } = asker;
    if (found.ok) {
      const shown = await found.desk.dispatch('session.show', {}, asker);
      if (!shown.ok) return shown;
      ({ role } = shown.value as Output<'session.show'>);
    }
    const letIn = admit(method, payload, asker, key, () => answered({ officer: '', device: '', role }));
    if (!letIn.ok) return letIn;
    const there = !found.ok && found.problem.code === 'version-differs' ? found.problem.there : null;
    const around = { schema: null, host: found.ok ? version : there };
    return serveUpdates(updates, letIn.value.method, letIn.value.input, around);
  }

  async function serve(
    method: string,
    payload: unknown,
    asker: Asker,
    key: string | undefined,
  ): Promise<DeskReply<unknown>> {
    const { role } = asker;
    // Neither an empty folder nor a PC whose desk is elsewhere has officers of its own.
    const letIn = admit(method, payload, asker, key, () => answered({ officer: '', device: '', role }));
    if (!letIn.ok) return letIn;
    if (method === 'join.find') return find();
    const { input } = letIn.value;
    // A code is secret: its hash tells whether the same is asked again.
    const asked = hash('sha256', JSON.stringify([method, input]));
    return inTurn(letIn.value.key, asked, () => {
      if (method === 'pc.become-level') return become();
      return method === 'join.leave' ? leave() : joinDesk(input as Parsed<'join.here'>);
    });
  }

  return {
    state: () => office.state(),
    close: () => office.close(),
    async dispatch(method, payload, asker, key) {
      if (/^(join|pc)\./.test(method)) return serve(method, payload, asker, key);
      if (isAway && method.startsWith('update.')) return update(method, payload, asker, key);
      return isChanging ? refused({ code: 'desk-closing' }) : office.dispatch(method, payload, asker, key);
    },
  };
}

/** Stands where it cannot be known which desk is to be served. */
function deskless(file: string, detail: string): ServedDesk {
  const problem: DeskProblem = { code: 'desk-not-open', reason: 'joined-file', file, detail };
  return {
    state: async () => ({ ok: false, problem }),
    dispatch: async () => refused(problem),
    close: async () => {},
  };
}

/** Joins another desk as the command line wishes; gives the four words of that desk. Throws a sentence. */
export async function joinHere(
  office: Pick<ServedDesk, 'dispatch'>,
  folder: string,
  wish: { readonly at: string; readonly code: string },
): Promise<string> {
  const at = readHostAddress(wish.at);
  if (at === null) throw new Error(`“${wish.at}” không phải địa chỉ máy chính. Viết như 192.168.1.10:47200.`);
  const reply = await office.dispatch('join.here', { ...at, code: wish.code }, PROGRAM, randomUUID());
  if (reply.ok) return (reply.value as Output<'join.here'>).words.join(' ');
  if (['already-set-up', 'desk-not-open'].includes(reply.problem.code))
    throw new Error(
      `Thư mục “${folder}” đã có dữ liệu riêng của một đơn vị nên không ghép vào máy chính khác. Chọn thư mục khác bằng --data.`,
    );
  throw new Error(`Chưa ghép được: ${problemText(reply.problem, catalogue('vi'))}`);
}
