import type { DeskClient, Input, Output, QueryName } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
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

type DeskQueryOptions = {
  readonly enabled?: boolean;
  /** Shows the former answer while a changed question is being asked. */
  readonly keepFormer?: boolean;
  /** Asks again after so many milliseconds, for an answer that says the time. */
  readonly everyMs?: number;
};

export type DeskAnswer<T> = {
  readonly value: T | undefined;
  readonly problem: DeskProblem | undefined;
  /** Nothing to show yet. */
  readonly isPending: boolean;
  readonly refetch: () => void;
};

function question<M extends QueryName>(desk: DeskClient, method: M, input: Input<M>) {
  return queryOptions({
    queryKey: [method, input],
    queryFn: async (): Promise<Output<M>> => {
      const reply = await desk.call(method, input);
      if (!reply.ok) throw new DeskRefusal(reply.problem);
      return reply.value;
    },
  });
}

/** The answers to one question about several things, in their order; undefined is not asked, and undefined while it is. */
export function useDeskQueries<M extends QueryName>(
  method: M,
  inputs: readonly (Input<M> | undefined)[],
): readonly { readonly value: Output<M> | undefined; readonly isPending: boolean }[] {
  const desk = useDesk();
  return useQueries({
    queries: inputs.map((input) => ({
      ...question(desk, method, input as Input<M>),
      enabled: input !== undefined,
    })),
  }).map(({ data, isPending }) => ({ value: data, isPending }));
}

/** Asks the desk and keeps the answer until an event says that it grew old. */
export function useDeskQuery<M extends QueryName>(
  method: M,
  input: Input<M>,
  options: DeskQueryOptions = {},
): DeskAnswer<Output<M>> {
  const desk = useDesk();
  const query = useQuery({
    ...question(desk, method, input),
    enabled: options.enabled ?? true,
    ...(options.keepFormer ? { placeholderData: keepPreviousData } : {}),
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
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
