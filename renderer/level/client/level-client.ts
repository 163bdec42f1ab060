import { readAddress, withoutSecrets } from '#renderer/desk/address.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { browserPlaces } from '#renderer/desk/line-places.ts';
import { useLive } from '#renderer/desk/live.ts';
import { windowAccess } from '#renderer/desk/page-access.ts';
import { ownSession, withSession } from '#renderer/desk/session.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery, type DeskAnswer } from '#renderer/desk/use-desk-query.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { LevelContract, LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import { levelMethods } from '#shared/contract/method-table.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { workerName } from './worker-name.ts';

type OfKind<K extends 'query' | 'command'> = {
  [M in LevelMethodName]: LevelContract[M]['kind'] extends K ? M : never;
}[LevelMethodName];
type LevelQueryName = OfKind<'query'>;
export type LevelCommandName = OfKind<'command'>;

export type LevelState = LevelOutput<'level.state'>;

/** The receiving level over HTTP. */
export type LevelClient = {
  call<M extends LevelMethodName>(
    method: M,
    input: LevelInput<M>,
    key?: string,
  ): Promise<DeskReply<LevelOutput<M>>>;
};

/** A file of many sheets, or a key that is walked from the beginning, takes its time. */
const CALL_TIMEOUT_MS = 120_000;

/** The level behind this page. It speaks as a desk does, of other methods: what asks, tells and listens is the same. */
export function openLevel(): DeskClient {
  const { brought } = readAddress(location.hash);
  history.replaceState(
    history.state,
    '',
    location.pathname + location.search + withoutSecrets(location.hash),
  );
  const access = windowAccess(brought, sessionStorage, (isShutOut) => useLive.setState({ isShutOut }));
  const headers = async () => {
    const session = ownSession();
    return {
      ...(await access.headers()),
      'x-level-name': encodeURIComponent(workerName()),
      // The changes of the level are told to whoever is signed in, too.
      ...(session === undefined ? {} : { 'x-desk-session': session }),
    };
  };
  const desk = httpDesk({
    base: '',
    access: { ...access, headers },
    callTimeoutMs: CALL_TIMEOUT_MS,
    places: browserPlaces,
  });
  return withSession(desk, levelMethods);
}

export function useLevel(): LevelClient {
  return useDesk() as unknown as LevelClient;
}

type LevelQueryOptions = {
  readonly enabled?: boolean;
  readonly keepFormer?: boolean;
  /** Asks again after so many milliseconds, for an answer that no change of the level makes old. */
  readonly everyMs?: number;
};

/** Asks the level and keeps the answer until something has changed there. */
export const useLevelQuery = useDeskQuery as unknown as <M extends LevelQueryName>(
  method: M,
  input: LevelInput<M>,
  options?: LevelQueryOptions,
) => DeskAnswer<LevelOutput<M>>;

type LevelCommand<M extends LevelCommandName> = {
  readonly run: (input: LevelInput<M>) => Promise<DeskReply<LevelOutput<M>>>;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  readonly reset: () => void;
};

/** Tells the level to do something, once per wish, and says how it goes. */
export const useLevelCommand = useDeskCommand as unknown as <M extends LevelCommandName>(
  method: M,
) => LevelCommand<M>;
