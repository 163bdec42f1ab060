import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';

/** The hotline of the rule pack in force, or nothing while it is being asked. */
export function usePackHotline(): string {
  const value = useDeskQuery('rules.show', {}).value?.values.find(({ path }) => path === 'hotline')?.value;
  return typeof value === 'string' ? value : '';
}
