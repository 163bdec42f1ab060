import type { DeskEvent, WallEvent } from '#shared/contract/event.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

export type Connection = 'connecting' | 'live' | 'lost';

type Live = {
  readonly connection: Connection;
  /** The instant at which the present connection state began, UTC. */
  readonly since: string;
  readonly lastEvent: DeskEvent | WallEvent | null;
  /** Why the desk is not heard, as the host says; null while it is, or where nobody says. */
  readonly why: DeskProblem | null;
  /** Commands that have waited for their answer so long that it is said. */
  readonly slow: number;
  /** The host lets this page in no more. */
  readonly isShutOut: boolean;
};

export const useLive = create<Live>()(() => ({
  connection: 'connecting',
  since: new Date().toISOString(),
  lastEvent: null,
  why: null,
  slow: 0,
  isShutOut: false,
}));

/** It is the line that failed, or the desk at its end, and what is said of it ends when the desk is heard again. */
export function isOfLine(problem: DeskProblem): boolean {
  return isUnanswered(problem) || problem.code === 'desk-closing' || problem.code === 'line-cut';
}

/** Nobody knows whether a command was carried out: asked again with its key it is not done twice. */
export function isUnanswered({ code }: DeskProblem): boolean {
  return code === 'unreachable' || code === 'desk-stopped';
}

/** Runs whenever the desk is heard again: what said that it was not no longer holds. */
export function useHeardAgain(run: () => void): void {
  const heard = useEffectEvent(run);
  useEffect(
    () =>
      useLive.subscribe(({ connection }, before) => {
        if (connection === 'live' && before.connection !== 'live') heard();
      }),
    [],
  );
}

export function setConnection(connection: Connection): void {
  if (useLive.getState().connection !== connection)
    useLive.setState({ connection, since: new Date().toISOString(), why: null });
}

/** The host says why the desk is not heard, and since when. */
export function setWhy(why: DeskProblem): void {
  if (useLive.getState().connection !== 'lost') return;
  useLive.setState(why.code === 'line-cut' ? { why, since: why.since } : { why });
}
