import type { Input, Output, QueryName } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useDesk } from './desk-context.ts';

/** A refusal of the desk as the error that the query library wants. */
export class DeskRefusal extends Error {
  readonly problem: DeskProblem;
  constructor(problem: DeskProblem) {
    super(problem.code);
    this.name = 'DeskRefusal';
    this.problem = problem;
  }
}

export type DeskQueryOptions = {
  readonly enabled?: boolean;
  /** Shows the former answer while a changed question is being asked. */
  readonly keepFormer?: boolean;
};

export type DeskAnswer<T> = {
  readonly value: T | undefined;
  readonly problem: DeskProblem | undefined;
  /** Nothing to show yet. */
  readonly isPending: boolean;
  readonly refetch: () => void;
};

/** Asks the desk and keeps the answer until an event says that it grew old. */
export function useDeskQuery<M extends QueryName>(
  method: M,
  input: Input<M>,
  options: DeskQueryOptions = {},
): DeskAnswer<Output<M>> {
  const desk = useDesk();
  const query = useQuery({
    queryKey: [method, input],
    queryFn: async (): Promise<Output<M>> => {
      const reply = await desk.call(method, input);
      if (!reply.ok) throw new DeskRefusal(reply.problem);
      return reply.value;
    },
    enabled: options.enabled ?? true,
    ...(options.keepFormer ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch } = query;
  return {
    value: query.data,
    problem:
      query.error instanceof DeskRefusal
        ? query.error.problem
        : query.error
          ? { code: 'unexpected', incident: '' }
          : undefined,
    isPending: query.isPending && query.fetchStatus !== 'idle',
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
