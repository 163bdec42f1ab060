import type { IsoDate } from '#shared/domain/calendar/business-date.ts';
import { kindExists } from '#shared/domain/procedure/pack-lookup.ts';
import type { OfficeKind, Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { RulePack } from '#shared/rules/pack-schema.ts';

/** Procedures a kind of office may do on a day. */
export function proceduresOfKind(pack: RulePack, kind: OfficeKind, on: IsoDate): readonly Procedure[] {
  if (!kindExists(pack, kind, on)) return [];
  const found = new Set<Procedure>();
  for (const place of Object.values(pack.places)) {
    if (!place.kinds.includes(kind)) continue;
    if ((place.from !== undefined && on < place.from) || (place.until !== undefined && place.until < on))
      continue;
    for (const procedure of place.procedures) found.add(procedure);
  }
  return [...found];
}
