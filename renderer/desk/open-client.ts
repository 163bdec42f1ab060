import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { readAddress, withoutSecrets } from './address.ts';
import { hostDoors, type Doors } from './doors.ts';
import { httpDesk } from './http-desk.ts';
import { ipcDesk } from './ipc-desk.ts';
import { browserPlaces } from './line-places.ts';
import { useLive } from './live.ts';
import { wallAccess, windowAccess } from './page-access.ts';
import { ownSession, withSession } from './session.ts';

type OpenClient = {
  readonly client: DeskClient;
  readonly training: boolean;
  readonly doors: Doors | undefined;
};

/** The desk behind this page: in Electron over its bridge, in a browser over HTTP. */
export function openClient(page: 'window' | 'wall' = 'window'): OpenClient {
  const { base, training, brought } = readAddress(location.hash);
  const bridge = window.deskBridge;
  if (bridge !== undefined)
    return { client: withSession(ipcDesk(bridge, training, {}, ownSession)), training, doors: undefined };
  history.replaceState(
    history.state,
    '',
    location.pathname + location.search + withoutSecrets(location.hash),
  );
  const onOut = (isOut: boolean) => useLive.setState({ isShutOut: isOut });
  const access = (page === 'wall' ? wallAccess : windowAccess)(brought, sessionStorage, onOut);
  return {
    client: withSession(httpDesk({ base, access, session: ownSession, places: browserPlaces })),
    training,
    doors: hostDoors(access, ownSession),
  };
}
