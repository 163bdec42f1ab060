import { join } from 'node:path';
import { newTokens, type AccessTokens } from './access-tokens.ts';
import { startHost, type HostOptions, type RunningHost } from './start-host.ts';

/** Kept the same from day to day, so that the browser keeps what it remembers of this address. */
export const USUAL_PORT = 47_150;

type FolderOptions = Pick<HostOptions, 'desks' | 'rendererFolder' | 'version' | 'log'> & {
  data: string;
  /** Undefined: the usual one, or any where another program has that. */
  port: number | undefined;
};

/** Serves the desks of a data folder with new tokens. Rejects with the error of `listen`, such as `EADDRINUSE`. */
export async function serveFolder({
  data,
  port,
  ...options
}: FolderOptions): Promise<{ host: RunningHost; tokens: AccessTokens }> {
  const tokens = newTokens();
  const start = (at: number): Promise<RunningHost> =>
    startHost({ ...options, tokens, accessFile: join(data, 'access.json'), port: at });
  const host = await start(port ?? USUAL_PORT).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && port === undefined) return start(0);
    throw error;
  });
  return { host, tokens };
}
