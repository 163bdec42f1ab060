import type { RulePack } from '../../rules/pack-schema.ts';
import { contactOf } from './pack-lookup.ts';
import type { Procedure } from './vocabulary.ts';

/**
 * Which procedures use each sourced value of a pack, by its path: what the rules screen shows when somebody asks what
 * holds for one procedure. A value that no procedure names is common to all and is left out.
 */
export function proceduresOfValues(pack: RulePack): ReadonlyMap<string, readonly Procedure[]> {
  const used = new Map<string, Set<Procedure>>();
  const mark = (path: string, procedure: Procedure): void => {
    const known = used.get(path);
    if (known === undefined) used.set(path, new Set([procedure]));
    else known.add(procedure);
  };
  const contacts = new Map(Object.entries(pack.contact).map(([id, rule]) => [rule, id]));
  for (const { when, then } of Object.values(pack.routes)) {
    const procedure = then.procedure ?? then.instead;
    if (procedure === undefined) continue;
    if (then.limit !== undefined) mark(`limits.${then.limit}`, procedure);
    for (const reason of then.reasons) mark(`reasons.${reason}`, procedure);
    for (const note of then.notes ?? []) mark(`notes.${note}`, procedure);
    for (const band of when.bands) {
      const contact = contactOf(pack, procedure, band);
      if (contact === undefined) continue;
      mark(`notes.${contact.value}`, procedure);
      mark(`contact.${contacts.get(contact)}`, procedure);
    }
  }
  for (const place of Object.values(pack.places)) {
    for (const procedure of place.procedures) mark(`reasons.${place.reason}`, procedure);
  }
  for (const [id, rule] of Object.entries(pack.paperRules)) {
    for (const procedure of rule.procedures) {
      mark(`paperRules.${id}`, procedure);
      for (const { paper } of rule.value) mark(`papers.${paper}`, procedure);
    }
  }
  for (const procedure of Object.keys(pack.procedures) as Procedure[]) {
    mark(`procedures.${procedure}.form`, procedure);
    mark(`sms.approved-${procedure}`, procedure);
  }
  for (const value of ['window', 'channels']) mark(`activation.${value}`, 'activate');
  mark('fees.halfUntil', 'level-2-with-card');
  for (const procedure of ['lock', 'unlock'] as const) {
    mark('locking.channels', procedure);
    mark('limits.lock-by-authority', procedure);
  }
  return new Map([...used].map(([path, procedures]) => [path, [...procedures]]));
}
