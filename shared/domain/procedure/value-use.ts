import type { RulePack } from '../../rules/pack-schema.ts';
import type { Procedure } from './vocabulary.ts';

/**
 * Which procedures use each sourced value of a pack, by its path: what the rules screen shows when somebody asks what
 * holds for one procedure. A value that no procedure names is common to all and is left out.
 */
export function proceduresOfValues(pack: RulePack): ReadonlyMap<string, readonly Procedure[]> {
  const used = new Map<string, Set<Procedure>>();
  const use = (path: string, procedure: Procedure): void => {
    const known = used.get(path);
    if (known === undefined) used.set(path, new Set([procedure]));
    else known.add(procedure);
  };
  for (const { then } of Object.values(pack.routes)) {
    const procedure = then.procedure ?? then.instead;
    if (procedure === undefined) continue;
    if (then.limit !== undefined) use(`limits.${then.limit}`, procedure);
    for (const reason of then.reasons) use(`reasons.${reason}`, procedure);
    for (const note of then.notes ?? []) use(`notes.${note}`, procedure);
  }
  for (const place of Object.values(pack.places)) {
    for (const procedure of place.procedures) use(`reasons.${place.reason}`, procedure);
  }
  for (const [id, rule] of Object.entries(pack.paperRules)) {
    for (const procedure of rule.procedures) {
      use(`paperRules.${id}`, procedure);
      for (const { paper } of rule.value) use(`papers.${paper}`, procedure);
    }
  }
  for (const procedure of Object.keys(pack.procedures) as Procedure[]) {
    use(`procedures.${procedure}.form`, procedure);
    use(`sms.approved-${procedure}`, procedure);
    use(`guidance.${procedure}`, procedure);
  }
  for (const value of ['window', 'channels', 'countsWhen', 'afterWindow']) use(`activation.${value}`, 'activate');
  use('limits.activation', 'activate');
  for (const procedure of ['lock', 'unlock'] as const) {
    use('locking.channels', procedure);
    use('locking.authorityDecision', procedure);
    for (const ground of Object.keys(pack.locking.grounds)) use(`locking.grounds.${ground}`, procedure);
  }
  return new Map([...used].map(([path, procedures]) => [path, [...procedures]]));
}
