import { ACCESS, type AccessCode, type WallDoor } from '#shared/contract/access.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { trade, type PageAccess } from './page-access.ts';

/** What a window of the office asks of its host about walls. In Electron there is no host: the program opens the wall itself. */
export type Doors = {
  /** `typed`: eight digits to be typed at the other screen. */
  wallCode(typed: boolean): Promise<DeskReply<AccessCode>>;
  walls(): Promise<DeskReply<readonly WallDoor[]>>;
  endWall(id: string): Promise<DeskReply<unknown>>;
};

export function hostDoors(access: PageAccess, session: () => string | undefined): Doors {
  const headersNow = async () => {
    const signedIn = session();
    return { ...(await access.headers()), ...(signedIn === undefined ? {} : { 'x-desk-session': signedIn }) };
  };
  const ask = async <T>(path: string, body: unknown): Promise<DeskReply<T>> => {
    const headers = await headersNow();
    const reply = await trade<T>(path, body, headers);
    const isRefused = !reply.ok && reply.problem.code === 'sender-refused';
    return isRefused && (await access.renew(headers)) === 'in'
      ? trade<T>(path, body, await headersNow())
      : reply;
  };
  return {
    wallCode: (typed) => ask(ACCESS.code, { kind: 'wall', typed }),
    walls: () => ask(ACCESS.walls, {}),
    endWall: (id) => ask(ACCESS.endWall, { id }),
  };
}
