import { Refusal } from '#electron/desk/refusal.ts';
import { cannotListen } from '#electron/host/cannot-listen.ts';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import { pagePrinter } from '#electron/host/report-printer.ts';
import { openLevel } from '#electron/level/open-level.ts';
import type { BecomeDesk } from '#electron/level/this-pc.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { newLevelTokens, type LevelTokens } from './level-access.ts';
import { doorIdentity } from './door-identity.ts';
import { startLevel } from './start-level.ts';

/** Beside the desk of the same PC. */
export const LEVEL_PORT = 47_160;

/** Makes the printer of the pages whose addresses it can ask for. */
type LevelPrinterOf = (
  addressOf: (page: LevelPage) => string | undefined,
) => ReturnType<typeof pagePrinter<LevelPage>>;

type RemoteOptions = {
  readonly address: string;
  readonly port: number | undefined;
  /** Certificate and key of the office, both PEM; without them the level makes its own. */
  readonly files: { readonly certificate: string; readonly key: string } | undefined;
  readonly tell: (state: LevelDoorState) => void;
};

type ServeOptions = {
  /** The level's own folder: its key, and its database where that is SQLite. */
  readonly folder: string;
  /** 0 takes any free port. Undefined: the usual one, or any where another program has that. */
  readonly port: number | undefined;
  readonly rendererFolder: string;
  readonly log: IncidentLog;
  /** Address of a PostgreSQL database, `postgres://…`. */
  readonly database?: string | undefined;
  readonly publicUrl?: string | undefined;
  /** Where other PCs come in, over TLS and by signing in. */
  readonly remote?: RemoteOptions | undefined;
  /** What draws printed pages, by their address: an installed browser where nothing else is named. */
  readonly printerOf?: LevelPrinterOf;
  /** The way back of a PC that was made a level by a click. */
  readonly becomeDesk?: BecomeDesk | undefined;
};

type ServedLevel = {
  readonly url: string;
  readonly tokens: LevelTokens;
  /** The door to other PCs. */
  door(): LevelDoorState | null;
  /** The address that lets in one window, within two minutes. */
  windowAddress(): string;
  /** Ends streams and connections, then the level, then what was drawing. */
  close(): Promise<void>;
};

/** Opens the level of a folder and serves it on 127.0.0.1, and to other PCs where that was asked for. Rejects with an Error whose message is a sentence for whoever started it. */
export async function serveLevel({
  folder,
  port,
  database,
  printerOf = pagePrinter<LevelPage>,
  becomeDesk,
  remote: asked,
  ...options
}: ServeOptions): Promise<ServedLevel> {
  const here: { host?: Awaited<ReturnType<typeof startLevel>> } = {};
  const printer = printerOf((page) => here.host?.sheetAddress(page));
  const remote = asked && {
    ...asked,
    identity: doorIdentity({ ...asked, folder, now: Date.now() }),
  };
  const door = () => here.host?.door() ?? null;
  const level = await openLevel({ folder, database, log: options.log, printer, door, becomeDesk }).catch(
    (error: unknown) => {
      throw new Error(cannotOpen(error, folder));
    },
  );
  const tokens = newLevelTokens();
  const start = (at: number) => startLevel({ ...options, remote, level, tokens, folder, port: at });
  const host = await start(port ?? LEVEL_PORT)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port === undefined) return start(0);
      throw error;
    })
    .catch(async (error: NodeJS.ErrnoException) => {
      await level.close();
      // A sentence already.
      if (error.code === undefined) throw error;
      throw new Error(cannotListen(error, port ?? LEVEL_PORT));
    });
  here.host = host;
  return {
    url: host.url,
    tokens,
    door,
    windowAddress: host.windowAddress,
    async close() {
      await host.close();
      // A browser that was drawing is gone, and its profile with it, before the program is.
      await printer.settled();
    },
  };
}

function cannotOpen(error: unknown, folder: string): string {
  if (!(error instanceof Refusal))
    return `Không mở được cấp tổng hợp: ${error instanceof Error ? error.message : String(error)}`;
  const { problem } = error;
  if (problem.code === 'level-store-cut')
    return 'Không nối được máy chủ PostgreSQL. Xem máy chủ đã chạy chưa, rồi xem lại tên, mật khẩu và địa chỉ trong --database.';
  if (problem.code !== 'desk-not-open') return problemText(problem, catalogue('vi'));
  switch (problem.reason) {
    case 'locked':
      return `Thư mục “${folder}” đang được một chương trình khác mở. Đóng chương trình đó rồi chạy lại.`;
    case 'newer':
      return `Dữ liệu ở “${problem.file}” do bản chương trình mới hơn ghi. Hãy cập nhật chương trình.`;
    default:
      return `Không mở được dữ liệu ở “${problem.file}” (${problem.reason}: ${problem.detail}).`;
  }
}
