// The receiving level over HTTP on this PC: `--data <folder> --port <n> [--database postgres://…] [--public-url https://…] [--renderer <folder>]`.
// `--database` keeps it in PostgreSQL, else in a file of the folder; `--public-url` is the address of a reverse proxy in front of it.
// The first line of output is JSON, { url, token, clerkToken }.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '#electron/desk/refusal.ts';
import { incidentLog } from '#electron/host/incident-log.ts';
import { cannotListen } from '#electron/host/cannot-listen.ts';
import { rendererFolder } from '#electron/host/program-files.ts';
import { pagePrinter } from '#electron/host/report-printer.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { openLevel } from '#electron/level/open-level.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { newLevelTokens } from './level-access.ts';
import { startLevel } from './start-level.ts';

/** Beside the desk of the same PC. */
const USUAL_PORT = 47_160;

const usage =
  'Cách dùng: npm run level -- --data <thư mục> --port <số từ 0 đến 65535> [--database postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu] [--public-url https://địa-chỉ]';

type Arguments = {
  readonly data: string;
  readonly port: number;
  readonly database: string | undefined;
  readonly publicUrl: string | undefined;
  readonly renderer: string;
};

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        database: { type: 'string' },
        'public-url': { type: 'string' },
        renderer: { type: 'string' },
      },
    });
    const { data, port = String(USUAL_PORT), database, renderer } = values;
    if (!data) throw new Error('thiếu --data, thư mục của cấp tổng hợp');
    const number = Number(port);
    if (port.trim() === '' || !(Number.isInteger(number) && number >= 0 && number <= 65_535))
      throw new Error(`cổng “${port}” không hợp lệ`);
    const publicUrl = values['public-url'];
    if (publicUrl !== undefined && !/^https?:$/.test(protocolOf(publicUrl)))
      throw new Error(`--public-url “${publicUrl}” không phải địa chỉ http hay https`);
    if (database !== undefined && !/^postgres(ql)?:$/.test(protocolOf(database)))
      throw new Error('--database cần địa chỉ bắt đầu bằng postgres://');
    return {
      data: resolve(data),
      port: number,
      database,
      publicUrl,
      renderer: renderer ? resolve(renderer) : rendererFolder,
    };
  } catch (error) {
    return fail(`Không hiểu lệnh: ${error instanceof Error ? error.message : String(error)}.\n${usage}`);
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const { data, port, database, publicUrl, renderer } = readArguments();
  const log = incidentLog(data);
  const here: { host?: Awaited<ReturnType<typeof startLevel>> } = {};
  const printer = pagePrinter<LevelPage>((page) => here.host?.sheetAddress(page));
  const level = await openLevel({ folder: data, database, log, printer }).catch((error: unknown) =>
    fail(cannotOpen(error, data)),
  );
  const tokens = newLevelTokens();
  const host = await startLevel({
    level,
    tokens,
    folder: data,
    port,
    publicUrl,
    rendererFolder: renderer,
    log,
  }).catch(async (error: NodeJS.ErrnoException) => {
    await level.close();
    return fail(cannotListen(error, port));
  });
  here.host = host;
  process.stdout.write(
    `${JSON.stringify({ url: host.url, token: tokens.leader, clerkToken: tokens.clerk })}\n`,
  );
  sayAddress(host.windowAddress());
  // Each address opens one window, so there must be a way to the next one.
  if (process.stdin.isTTY) process.stdin.on('data', () => sayAddress(host.windowAddress()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void close(host, printer).then(() => process.exit(0)));
}

/** A browser that was drawing is gone, and its profile with it, before the program is. */
async function close(host: { close(): Promise<void> }, printer: { settled(): Promise<void> }): Promise<void> {
  await host.close();
  await printer.settled();
}

function sayAddress(address: string): void {
  process.stderr.write(
    `Mở trong trình duyệt (một cửa sổ, trong 2 phút; nhấn Enter để có địa chỉ mới) / Open in a browser: ${address}\n`,
  );
}

function cannotOpen(error: unknown, data: string): string {
  if (!(error instanceof Refusal))
    return `Không mở được cấp tổng hợp: ${error instanceof Error ? error.message : String(error)}`;
  const { problem } = error;
  if (problem.code === 'level-store-cut')
    return 'Không nối được máy chủ PostgreSQL. Xem máy chủ đã chạy chưa, rồi xem lại tên, mật khẩu và địa chỉ trong --database.';
  if (problem.code !== 'desk-not-open') return problemText(problem, catalogue('vi'));
  switch (problem.reason) {
    case 'locked':
      return `Thư mục “${data}” đang được một chương trình khác mở. Đóng chương trình đó rồi chạy lại.`;
    case 'newer':
      return `Dữ liệu ở “${problem.file}” do bản chương trình mới hơn ghi. Hãy cập nhật chương trình.`;
    default:
      return `Không mở được dữ liệu ở “${problem.file}” (${problem.reason}: ${problem.detail}).`;
  }
}

await serve();
