import type { RuleValue } from '#shared/contract/rules.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { SlipRules } from '#shared/domain/slip/compose-slip.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';

type Json = RuleValue['value'];
type Due = NonNullable<Slip['requests'][number]['due']>;
type Limit = Due['limit'];

/** What the rules in force and the calendar put on the slip of somebody whose mức 2 was taken today. */
export type SampleLaw = { readonly rules: SlipRules; readonly due: Due | null };

/** Asked of nobody: the question waits for the rule. */
const NO_DAYS: Limit = { unit: 'working-day', value: 0 };

/** Nothing of it while it is being asked. */
export function useSampleLaw(today: string): SampleLaw {
  const values = useDeskQuery('rules.show', {}).value?.values ?? [];
  const valueOf = (path: string): Json | undefined => values.find((value) => value.path === path)?.value;
  const limit = asLimit(valueOf('limits.level-2'));
  const days = useDeskQuery(
    'calendar.due-date',
    { receivedOn: today, limit: limit ?? NO_DAYS },
    { enabled: limit !== null },
  ).value;
  const hotline = valueOf('hotline');
  const ways = valueOf('activation.channels');
  return {
    rules: {
      hotline: typeof hotline === 'string' ? hotline : '',
      activationDays: asLimit(valueOf('activation.window'))?.value ?? null,
      activationWays: Array.isArray(ways) && ways.includes('web') ? ['app', 'web'] : ['app'],
      messages: Object.fromEntries(
        values.flatMap(({ path, value }) =>
          path.startsWith('sms.') && typeof value === 'string' ? [[path.slice('sms.'.length), value]] : [],
        ),
      ),
      pack: null,
    },
    due:
      limit === null || days === undefined
        ? null
        : {
            dueOn: days.dueOn,
            limit,
            provisional: days.warnings.length > 0,
            days: days.days.map(({ date, kind, index }) => ({ date, kind, index })),
          },
  };
}

/** A number of days of the rule pack; null for any other value. */
export function asLimit(value: Json | undefined): Limit | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { value: count, unit } = value;
  if (typeof count !== 'number' || (unit !== 'working-day' && unit !== 'calendar-day')) return null;
  return { value: count, unit };
}
