import { setImmediate as letOthersWork } from 'node:timers/promises';
import { openSessions, type Sessions } from '#electron/access/sessions.ts';
import type { LevelMethod } from '#shared/contract/level-method.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { roleFor, servedFor } from '#shared/domain/access/officer-rules.ts';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import type { Level, LevelAsker, LevelCaller } from '../level.ts';
import type { LevelStore } from '../store/level-store.ts';
import { officerRows, type LevelOfficer } from '../store/officer-row.ts';
import { readSettings } from '../store/setting-row.ts';

/** A level knows no devices: a session holds at whatever window has its secret. */
export const ANYWHERE = '';

/** Who may ask the level for what. */
export type LevelAccess = {
  readonly sessions: Sessions;
  /** In whose name an asker acts and in which role; refused where somebody must sign in first. Rejects with the store's error. */
  callerOf(rule: LevelMethod, asker: LevelAsker): Promise<DeskReply<LevelCaller>>;
  hasPins(): Promise<boolean>;
  isSignedIn: Level['isSignedIn'];
  /** When every call that came has its caller, and is being served. */
  settled(): Promise<void>;
};

/** The one place where an asker becomes a caller. Officers and policy are read anew after each change of the level. */
export function levelAccess(store: LevelStore): LevelAccess {
  const sessions = openSessions();
  type Known = { readonly revision: number; readonly pins: boolean; readonly officers: LevelOfficer[] };
  let known: Known | undefined;
  let reading: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Known> {
    // Before the question: what changes meanwhile is asked for again.
    const revision = store.revision();
    if (known?.revision === revision) return known;
    const fresh = store.read(async (trx) => ({
      revision,
      pins: (await readSettings(trx)).access.pins,
      officers: (await officerRows(trx)).filter(({ active }) => active),
    }));
    reading = Promise.allSettled([reading, fresh]).then(() => undefined);
    known = await fresh;
    return known;
  }

  function signedIn(secret: string | undefined, { pins, officers }: Known) {
    const found = sessions.named(secret, ANYWHERE);
    // Another program of the database may have switched PINs on: a name that was only chosen here proves nothing then.
    const name = pins && sessions.get(found)?.proven === false ? undefined : found;
    const session = sessions.get(name);
    return { name, session, officer: officers.find(({ id }) => id === session?.officer) };
  }

  return {
    sessions,
    async settled() {
      await reading;
      await letOthersWork();
    },
    hasPins: async () => (await read()).pins,
    async isSignedIn({ session, remote }) {
      // A trouble of the store is told by the call that follows.
      const now = await read().catch(() => undefined);
      if (now?.pins !== true) return remote !== true;
      return signedIn(session, now).officer !== undefined;
    },
    async callerOf(rule, { role, by, session: secret, remote, program, line }) {
      const now = await read();
      const { pins } = now;
      if (program === true) return answered({ role, by: { name: by, officer: null }, line });
      if (!pins && remote === true) return refused({ code: 'sender-refused' });
      const { name: session, session: found, officer } = signedIn(secret, now);
      const worker =
        officer === undefined ? { name: by, officer: null } : { name: officer.name, officer: officer.id };
      if (!pins) return answered({ role, by: worker, session });
      const whom = servedFor(found, officer !== undefined, rule.session);
      if (whom === 'officer')
        return answered({ role: roleFor(LEVEL_ROLES, officer?.roles ?? [], role), by: worker, session });
      // Who gave no proof is no leader, whatever the door gives.
      if (whom === 'nobody') return answered({ role: 'clerk', by: worker, session });
      return refused({ code: whom });
    },
  };
}
