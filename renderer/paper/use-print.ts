import { useMemo } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import {
  printAgain,
  queueAndPrint,
  queueFormAndPrint,
  type FormWish,
  type PrintResult,
  type PrintWish,
} from './print-job.ts';

type Print = {
  /** A sheet of a ticket. */
  readonly sheet: (wish: PrintWish) => Promise<PrintResult>;
  /** A sheet without a ticket. */
  readonly form: (wish: FormWish) => Promise<PrintResult>;
  /** A stored job, because a person asked for it. */
  readonly again: (jobId: string) => Promise<PrintResult>;
};

/** Prints the way this office prints. The job is stored before anything is drawn or sent. */
export function usePrint(): Print {
  const client = useDesk();
  return useMemo(
    () => ({
      sheet: (wish) => queueAndPrint(client, wish),
      form: (wish) => queueFormAndPrint(client, wish),
      again: (jobId) => printAgain(client, jobId),
    }),
    [client],
  );
}
