import { X509Certificate } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import type { LanIdentity } from '#electron/desk/lan/port/lan-port.ts';
import type { OwnNames } from '#electron/host/own-names.ts';
import type { Level } from '#electron/level/level.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import { fingerprintWords } from '#shared/domain/office/fingerprint-words.ts';

type Place = { readonly address: string; readonly port: number };

type RemoteDoor = {
  state(): LevelDoorState;
  close(): Promise<void>;
};

/** Where listening was asked for, with a port that is free now. Throws an Error whose message is a sentence for whoever started it. */
export async function freePlace({ address, port }: Place): Promise<Place> {
  const server = createServer();
  try {
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen({ host: address, port }, done);
    });
    return { address, port: (server.address() as AddressInfo).port };
  } catch (error) {
    throw new Error(cannotOpen(error as NodeJS.ErrnoException, { address, port }), { cause: error });
  } finally {
    server.close();
  }
}

function cannotOpen({ code, message }: NodeJS.ErrnoException, { address, port }: Place): string {
  const own = Object.values(networkInterfaces())
    .flatMap((card) => card ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((card) => card.address);
  switch (code) {
    case 'EADDRNOTAVAIL':
      return `${address} không phải địa chỉ của máy này. ${own.length === 0 ? 'Máy này chưa nối mạng: cắm dây mạng hoặc bật Wi-Fi.' : `Địa chỉ của máy này: ${own.join(', ')}.`}`;
    case 'EADDRINUSE':
      return `Cổng ${port} ở ${address} đang được chương trình khác dùng. Ghi cổng khác: --listen ${address}:<cổng>.`;
    case 'EACCES':
      return `Không được phép mở cổng ${port} ở ${address}. Chọn cổng từ 1024 trở lên: --listen ${address}:<cổng>.`;
    default:
      return `Không mở được cổng ${port} ở ${address} (${code ?? message}).`;
  }
}

/** The names by which other PCs may ask: the address that is listened at, and those that the certificate was made out for. */
export function remoteNames(address: string, port: number, certificate: string): OwnNames {
  const made = new X509Certificate(certificate);
  const isOwn = (url: string): boolean => {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, port: named } = new URL(url);
    return (
      protocol === 'https:' &&
      Number(named || 443) === port &&
      (hostname === address || made.checkHost(hostname) !== undefined)
    );
  };
  return {
    host: (header) => header !== undefined && isOwn(`https://${header}`),
    origin: (header) => header === undefined || isOwn(header),
  };
}

/**
 * The door to other PCs: open while officers sign in with a PIN, shut while they do not. `listen` opens the sockets, `tell` hears of each
 * change. Where it cannot be opened it is tried again with the next change of the level.
 */
export async function remoteDoor(options: {
  readonly level: Pick<Level, 'hasPins' | 'onChange'>;
  readonly place: Place;
  readonly identity: LanIdentity;
  readonly listen: () => Promise<{ close(): Promise<void> }>;
  readonly tell: (state: LevelDoorState) => void;
}): Promise<RemoteDoor> {
  const { level, place, listen, tell } = options;
  const fingerprint = fingerprintOf(options.identity.certificate);
  let open: { close(): Promise<void> } | undefined;
  let trouble = false;
  let isOver = false;
  let turn: Promise<void> = Promise.resolve();
  const state = (): LevelDoorState => ({
    ...place,
    open: open !== undefined,
    trouble,
    fingerprint,
    words: fingerprintWords(fingerprint),
  });

  async function follow(): Promise<void> {
    const wanted = !isOver && (await level.hasPins());
    if (wanted === (open !== undefined)) return;
    const former = open;
    open = undefined;
    await former?.close();
    if (wanted) open = await listen();
    trouble = false;
    if (!isOver) tell(state());
  }
  /** One after another: two openings would fight for one port. */
  function next(): Promise<void> {
    turn = turn.then(follow).catch(() => {
      trouble = true;
    });
    return turn;
  }

  const stop = level.onChange(() => void next());
  await next();
  if (open === undefined) tell(state());
  return {
    state,
    async close() {
      stop();
      isOver = true;
      await next();
    },
  };
}
