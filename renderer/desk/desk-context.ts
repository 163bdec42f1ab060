import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { Health } from '#shared/contract/system.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { createContext, useContext } from 'react';
import type { Doors } from './doors.ts';

/** The first answer of the desk: until it is there, nothing is asked. */
export type DeskStart =
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly problem: DeskProblem }
  | { readonly state: 'open'; readonly health: Health };

type DeskHandle = {
  readonly client: DeskClient;
  readonly training: boolean;
  readonly start: DeskStart;
  readonly askAgain: () => void;
  readonly doors: Doors | undefined;
};

export const DeskContext = createContext<DeskHandle | null>(null);

function useHandle(): DeskHandle {
  const handle = useContext(DeskContext);
  if (handle === null) throw new Error('No DeskProvider above this component');
  return handle;
}

/** The raw client, for what is neither a query nor a command of a screen. */
export function useDesk(): DeskClient {
  return useHandle().client;
}

/** The doors of the host; undefined in Electron. */
export function useDoors(): Doors | undefined {
  return useHandle().doors;
}

export function useDeskStart(): {
  readonly start: DeskStart;
  readonly askAgain: () => void;
  readonly training: boolean;
} {
  const { start, askAgain, training } = useHandle();
  return { start, askAgain, training };
}
