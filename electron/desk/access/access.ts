import { OFFICER_ROLES, roleFor, servedFor } from '#shared/domain/access/officer-rules.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { Asker, Caller } from '../desk-call.ts';
import { readAccess } from '../store/rows/access-row.ts';
import { officerRows, type Actor, type OfficerRow } from '../store/rows/officer-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { openSessions, type Sessions } from '#electron/access/sessions.ts';

/** Who may ask the desk for what. */
export type Access = {
  readonly sessions: Sessions;
  /** In whose name an asker acts and in which role; refused where somebody must sign in first. */
  callerOf(rule: DeskMethod, asker: Asker): DeskReply<Caller>;
  /** Officers or policy have changed: what is remembered of them is read anew. */
  changed(): void;
};

/** The one place where an asker becomes a caller. `own`: the officer and the device of a desk that nobody has set up yet. */
export function deskAccess(store: ReadableStore, own: Actor): Access {
  const sessions = openSessions();
  let known: { readonly pins: boolean; readonly officers: readonly OfficerRow[] } | undefined;

  function read(): NonNullable<typeof known> {
    if (known !== undefined) return known;
    const now = { pins: readAccess(store).pins, officers: officerRows(store).filter(({ active }) => active) };
    // Until the office is set up there is nobody to be remembered.
    if (now.officers.length > 0) known = now;
    return now;
  }

  return {
    sessions,
    changed: () => (known = undefined),
    callerOf(rule, asker) {
      const { pins, officers } = read();
      const device = asker.device ?? own.device;
      const first = officers[0]?.id ?? own.officer;
      const { role } = asker;
      if (asker.program === true || role === 'display') return answered({ officer: first, device, role });

      const name = sessions.named(asker.session, device);
      const session = sessions.get(name);
      const signedIn = officers.find(({ id }) => id === session?.officer);
      const by = { officer: signedIn?.id ?? first, device, ...(name === undefined ? {} : { session: name }) };
      // Who sits at another PC and gave no proof is no leader, whatever is asked for.
      const modest = role === 'leader' ? 'counter' : role;
      if (!pins) return answered({ ...by, role: device === own.device ? role : modest });
      const needs = rule.roles.includes('display') ? 'free' : rule.session;
      const whom = servedFor(session, signedIn !== undefined, needs);
      if (whom === 'nobody') return answered({ ...by, role: modest });
      if (whom === 'officer')
        return answered({ ...by, role: roleFor(OFFICER_ROLES, signedIn?.roles ?? [], role) });
      return refused({ code: whom });
    },
  };
}
