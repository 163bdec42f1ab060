import { useCallback } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { queueAndPrint, type PrintResult, type PrintWish } from './print-job.ts';

/** Prints a sheet of a ticket the way this office prints. */
export function usePrint(): (wish: PrintWish) => Promise<PrintResult> {
  const client = useDesk();
  const printing = useDeskQuery('office.show', {}).value?.settings.printing ?? 'dialog';
  return useCallback((wish: PrintWish) => queueAndPrint(client, wish, { printing }), [client, printing]);
}
