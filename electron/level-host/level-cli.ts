// The receiving level over HTTP on this PC: `--data <folder> --port <n> [--database postgres://…] [--public-url https://…] [--renderer <folder>]`.
// `--database` keeps it in PostgreSQL, else in a file of the folder; `--public-url` is the address of a reverse proxy in front of it.
// The first line of output is JSON, { url, token, clerkToken }.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { incidentLog } from '#electron/host/incident-log.ts';
import { rendererFolder } from '#electron/host/program-files.ts';
import { LEVEL_PORT, serveLevel } from './serve-level.ts';

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
    const { data, port = String(LEVEL_PORT), database, renderer } = values;
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
  const { data, renderer, ...wishes } = readArguments();
  const log = incidentLog(data);
  const level = await serveLevel({ ...wishes, folder: data, rendererFolder: renderer, log }).catch(
    (error: Error) => fail(error.message),
  );
  const { url, tokens } = level;
  process.stdout.write(`${JSON.stringify({ url, token: tokens.leader, clerkToken: tokens.clerk })}\n`);
  sayAddress(level.windowAddress());
  // Each address opens one window, so there must be a way to the next one.
  if (process.stdin.isTTY) process.stdin.on('data', () => sayAddress(level.windowAddress()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void level.close().then(() => process.exit(0)));
}

function sayAddress(address: string): void {
  process.stderr.write(
    `Mở trong trình duyệt (một cửa sổ, trong 2 phút; nhấn Enter để có địa chỉ mới) / Open in a browser: ${address}\n`,
  );
}

await serve();
