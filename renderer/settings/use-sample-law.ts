import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { RuleValue } from '#shared/contract/rules.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';

type Json = RuleValue['value'];
type Limit = NonNullable<Slip['requests'][number]['due']>['limit'];

/** What the rules in force and the calendar put on the slip of somebody whose mức 2 was taken today. */
export type SampleLaw = Pick<Slip, 'activationDays' | 'activationWays' | 'message'> &
  Pick<Slip['requests'][number], 'due'>;

/** Asked of nobody: the question waits for the rule. */
const NO_DAYS: Limit = { unit: 'working-day', value: 0 };

/** Nothing of it while it is being asked. */
export function useSampleLaw(settings: OfficeSettings, today: string, name: string): SampleLaw {
  const values = useDeskQuery('rules.show', {}).value?.values ?? [];
  const valueOf = (path: string): Json | undefined => values.find((value) => value.path === path)?.value;
  const limit = asLimit(valueOf('limits.level-2'));
  const days = useDeskQuery(
    'calendar.due-date',
    { receivedOn: today, limit: limit ?? NO_DAYS },
    { enabled: limit !== null },
  ).value;
  const plain = valueOf('sms.approved-level-2');
  const message = settings.smsMarks ? (valueOf('sms.approved-level-2-marked') ?? plain) : plain;
  const ways = valueOf('activation.channels');
  return {
    activationDays: asLimit(valueOf('activation.window'))?.value ?? null,
    activationWays:
      settings.activationWays ?? (Array.isArray(ways) && ways.includes('web') ? ['app', 'web'] : ['app']),
    message: typeof message === 'string' ? message.replace(/\*{3,}/u, () => name) : null,
    due:
      limit === null || days === undefined
        ? null
        : {
            dueOn: days.dueOn,
            limit,
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
