import type { DeskEvent, WallEvent } from '#shared/contract/event.ts';
import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

export type Connection = 'connecting' | 'live' | 'lost';

type Live = {
  readonly connection: Connection;
  /** The instant at which the present connection state began, UTC. */
  readonly since: string;
  readonly lastEvent: DeskEvent | WallEvent | null;
  /** The host lets this page in no more. */
  readonly isShutOut: boolean;
};

export const useLive = create<Live>()(() => ({
  connection: 'connecting',
  since: new Date().toISOString(),
  lastEvent: null,
  isShutOut: false,
}));

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
    useLive.setState({ connection, since: new Date().toISOString() });
}
