import { join } from 'node:path';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { Output, Parsed } from '#shared/contract/desk-contract.ts';
import type { Secret } from '#shared/contract/secret.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { CopyFailed } from './backup/copy-trouble.ts';
import { findCopies } from './backup/find-copies.ts';
import { listed, lookAt, lookUnder, placesOf, type Known } from './backup/copy-places.ts';
import { readCopySettings } from './backup/copy-settings.ts';
import type { FoundCopy } from './backup/copy-folder.ts';
import { forkChild, runInChild } from './backup/run-in-child.ts';
import type { StartChild } from './child-program.ts';
import type { Clock } from './clock.ts';
import { PROGRAM, type Asker } from './desk-call.ts';
import type { Opening } from './desk.ts';
import { encrypting, type Reopen } from './encrypting.ts';
import { admit } from './dispatch.ts';
import { newId } from './new-id.ts';
import { Refusal } from './refusal.ts';
import type { DeskKeys } from './seal/desk-keys.ts';
import { keyFileText } from './seal/key-file.ts';
import type { DataKey } from './store/cipher.ts';
import { serveUpdates } from './update/port/serve-updates.ts';
import type { Updates } from './update/port/updates.ts';
import { LAST_WORD_NAME, readLastWord } from './store/last-word.ts';
import { MARKER_NAME, readMarker } from './store/marker.ts';
import { bodyHash } from './store/rows/idempotency-row.ts';
import { isGivenKnown, readOrder, writeOrder, type Given, type RestoreOrder } from './store/restore-steps.ts';

type RescueCall = {
  readonly method: string;
  readonly payload: unknown;
  readonly asker: Asker;
  readonly key: string | undefined;
};

/**
 * What must be answered beside the desk: a restore and its encryption, which close it; its unlocking and its copies while it is not
 * open. Null for every other call.
 * `reopen` closes the desk and opens what is in its place then.
 */
export type Rescue = (call: RescueCall, now: Opening, reopen: Reopen) => Promise<DeskReply<unknown>> | null;

type RescueOptions = {
  readonly folder: string;
  readonly clock: Clock;
  readonly keys: DeskKeys;
  readonly startChild?: StartChild;
  readonly updates?: Updates;
};

export function rescue({ folder, clock, keys, startChild = forkChild, updates }: RescueOptions): Rescue {
  const { unlock, encrypt } = encrypting({ folder, clock, keys, startChild });

  const copies = async (other?: string) => {
    const { places } = readCopySettings(folder);
    return other === undefined ? Promise.all(placesOf(folder, places).map(lookAt)) : [await lookUnder(other)];
  };

  async function restore(
    input: Parsed<'backup.restore'>,
    key: string,
    now: Opening,
    reopen: Reopen,
  ): Promise<DeskReply<unknown>> {
    // What opens a copy leaves no trace in the order.
    const { passphrase: _, recoveryKey: __, ...asked } = input;
    const body = bodyHash(asked);
    const former = readOrder(folder);
    if (former?.key === key) {
      if (former.body !== body) return refused({ code: 'idempotency-key-reused' });
      return former.stage === 'done' ? answered(resultOf(former)) : finish(reopen);
    }
    const found = await copies(input.folder);
    const copy = found
      .flatMap((place) => place.found)
      .find(({ manifest, whole }) => whole && manifest.id === input.id);
    if (copy === undefined) return refused({ code: 'unknown-copy', copy: input.id });
    const typed = input.numbers;
    const { office, events } = copy.manifest;
    if (typed === undefined && !(await isOpenHere(now, office.id)) && !isGivenKnown(folder, events))
      return refused({
        code: 'numbers-unknown',
        numbers: Object.entries(copy.manifest.numbers).map(([letter, last]) => ticketNumber(letter, last)),
      });
    let copyKey: DataKey | null;
    try {
      copyKey =
        copy.manifest.cipher === null ? null : await keys.ofCopy(input.id, copy.folder, secretOf(input));
    } catch (error) {
      if (error instanceof Refusal) return refused(error.problem);
      throw error;
    }
    const file = copyKey === null ? null : keys.fileFor(copy.folder);
    try {
      await runInChild<'fetch'>(
        startChild,
        {
          task: 'fetch',
          from: copy.folder,
          dataFolder: folder,
          key: copyKey,
          keyFile: file && keyFileText(file),
        },
        new AbortController().signal,
      );
    } catch (error) {
      const { trouble, message } = error as CopyFailed;
      return refused({ code: 'backup-failed', trouble, detail: message });
    }
    // Only now: a new copy lets others go, and the one that was chosen may be among them.
    const undo = await copyBefore(now);
    const at = clock.now();
    writeOrder(folder, {
      form: 'QTD-RESTORE-1',
      kind: 'restore',
      id: newId(),
      stage: 'ready',
      at,
      copy: copy.manifest.id,
      reason: input.reason,
      key,
      body,
      events: copy.manifest.events,
      undo,
      replaced: `replaced-${at.replaceAll(/[-:]|\.\d+/g, '')}`,
      given: [
        ...givenIn(
          found.flatMap((place) => place.found),
          copy,
        ),
        ...(typed === undefined ? [] : [typedGiven(typed)]),
      ],
      nameless: 0,
    });
    keys.use(copyKey);
    return finish(reopen);
  }

  /** Whether the desk that is open is this office's: it knows what it gave. */
  async function isOpenHere(now: Opening, office: string): Promise<boolean> {
    if (!now.ok) return false;
    const shown = await now.desk.dispatch('office.show', {}, PROGRAM);
    return shown.ok && (shown.value as Output<'office.show'>)?.id === office;
  }

  /** What is replaced can be had back; a desk that is not open, or not set up, has nothing to copy. */
  async function copyBefore(now: Opening): Promise<string | null> {
    if (!now.ok) return null;
    const made = await now.desk.dispatch('backup.make', {}, PROGRAM, newId());
    return made.ok ? (made.value as { id: string }).id : null;
  }

  async function finish(reopen: Reopen): Promise<DeskReply<unknown>> {
    const opened = await reopen();
    const order = readOrder(folder);
    if (!opened.ok) return refused(opened.problem);
    return order === null ? refused({ code: 'desk-closing' }) : answered(resultOf(order));
  }

  /** One at a time, for they share the folder in which the next database lies; a repetition waits for the first reply. */
  let exchange: { readonly call: string; readonly reply: Promise<DeskReply<unknown>> } | undefined;
  function alone(
    method: string,
    key: string,
    work: () => Promise<DeskReply<unknown>>,
  ): Promise<DeskReply<unknown>> {
    const call = `${method} ${key}`;
    if (exchange !== undefined)
      return exchange.call === call && method === 'backup.restore'
        ? exchange.reply
        : Promise.resolve(refused({ code: 'desk-closing' }));
    const reply = work().finally(() => (exchange = undefined));
    exchange = { call, reply };
    return reply;
  }

  return (call, now, reopen) => {
    const { method } = call;
    const isOurs =
      ['backup.restore', 'data.encrypt', 'data.unlock'].includes(method) ||
      (!now.ok && ['backup.list', 'backup.find', 'backup.settings'].includes(method)) ||
      (!now.ok && updates !== undefined && method.startsWith('update.'));
    if (!isOurs) return null;
    return serve(call, now, reopen);
  };

  /** While a desk is open it knows who asks; without one there are no officers. */
  async function admitted({ method, payload, asker, key }: RescueCall, now: Opening) {
    let { role } = asker;
    if (now.ok && method !== 'data.unlock') {
      const shown = await now.desk.dispatch('session.show', {}, asker);
      if (!shown.ok) return shown;
      ({ role } = shown.value as Output<'session.show'>);
    }
    return admit(method, payload, asker, key, () => answered({ officer: '', device: '', role }));
  }

  async function serve(call: RescueCall, now: Opening, reopen: Reopen): Promise<DeskReply<unknown>> {
    const { method } = call;
    const letIn = await admitted(call, now);
    if (!letIn.ok) return letIn;
    const { input, key: known } = letIn.value;
    // The answer would be lost with the line, and with it what is told once.
    if (now.ok && call.asker.device !== undefined && method !== 'data.unlock')
      return refused({ code: 'main-pc-only' });
    if (method === 'backup.restore')
      return alone(method, known, () => restore(input as Parsed<'backup.restore'>, known, now, reopen));
    if (method === 'data.encrypt')
      return alone(method, known, () => encrypt(input as Parsed<'data.encrypt'>, known, now, reopen));
    if (method === 'data.unlock') return unlock(input as Parsed<'data.unlock'>, now, reopen);
    // A newer version may be what opens it.
    if (updates !== undefined && method.startsWith('update.'))
      return serveUpdates(updates, letIn.value.method, input, { schema: null, host: null });
    if (method === 'backup.settings') return answered(readCopySettings(folder));
    if (method === 'backup.find') return answered(await findCopies(null));
    const other = (input as Parsed<'backup.list'>).folder;
    const [found, own] = await Promise.all([copies(other), lookAt({ folder, outside: false })]);
    return answered(listed(found, null, knownOf(folder, own.found[0]?.manifest.office.id ?? null)));
  }
}

function secretOf({ passphrase, recoveryKey }: Parsed<'backup.restore'>): Secret | undefined {
  if (passphrase !== undefined) return { passphrase };
  return recoveryKey === undefined ? undefined : { recoveryKey };
}

function resultOf({ copy, at, replaced, undo, nameless }: RestoreOrder) {
  return { id: copy, at, replaced, undo, nameless };
}

/** What newer copies of the same office know of numbers that this one lacks. */
function givenIn(found: readonly FoundCopy[], { manifest }: FoundCopy): Given[] {
  return found
    .filter((one) => one.manifest.office.id === manifest.office.id && one.manifest.events >= manifest.events)
    .flatMap(({ manifest: { businessDay, numbers } }) =>
      businessDay === null ? [] : [{ day: businessDay, numbers }],
    );
}

/** What the desk of a folder last said of its numbers; null where it cannot be read. `copied`: the office of its own copies. */
function knownOf(folder: string, copied: string | null): Known {
  try {
    const marker = readMarker(join(folder, MARKER_NAME));
    const { known } = readLastWord(join(folder, LAST_WORD_NAME));
    const marked = marker === null || marker === 'unreadable' ? null : marker.officeId;
    const office = marked ?? copied;
    if (office === null || known === null || known.day === null) return null;
    return {
      office,
      event: known.event,
      given: { day: known.day, numbers: { ...known.numbers } },
    };
  } catch {
    return null;
  }
}

/** Whether an office works in a folder, as far as its marker tells; one that cannot be read is said by the desk itself. */
export function holdsOffice(folder: string): boolean {
  const marker = readMarker(join(folder, MARKER_NAME));
  return marker !== null && marker !== 'unreadable' && marker.officeId !== null;
}

function typedGiven(numbers: readonly string[]): Given {
  return {
    day: null,
    numbers: Object.fromEntries(numbers.map((one) => [one.slice(0, 1), Number(one.slice(1))])),
  };
}
