import type { DueDate } from '#shared/domain/calendar/due-date.ts';
import { requestLimit, type RuledRequest } from '#shared/domain/procedure/request-rules.ts';
import type { Limit } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore } from '../store/store.ts';
import { packOf } from './rule-packs.ts';
import { countDueDate } from './rules.ts';

/** When the result of a taken request comes, by the rules of its business day; undefined where they set no limit. */
export function requestDue(
  store: ReadableStore,
  office: string,
  day: string,
  request: RuledRequest,
): { readonly limit: Limit; readonly due: DueDate } | undefined {
  const limit = requestLimit(packOf(store, office, day), day, request);
  return limit === undefined ? undefined : { limit, due: countDueDate(store, office, day, limit) };
}
