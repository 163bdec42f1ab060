// The receiving level over HTTP on this PC: `--data <folder> --port <n> [--database postgres://…] [--public-url https://…] [--renderer <folder>]`,
// and to other PCs over TLS: `--listen <address>[:<port>] [--certificate <pem> --key <pem>]`.
// `--database` keeps it in PostgreSQL, else in a file of the folder; `--public-url` is the address of a reverse proxy in front of it.
// The first line of output is JSON, { url, token, clerkToken }, with --listen also { lan: { url, fingerprint } }.
import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { incidentLog } from '#electron/host/incident-log.ts';
import { rendererFolder } from '#electron/host/program-files.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import { LEVEL_PORT, serveLevel } from './serve-level.ts';

const usage =
  'Cách dùng: npm run level -- --data <thư mục> --port <số từ 0 đến 65535> [--database postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu] [--public-url https://địa-chỉ] [--listen <địa chỉ của máy này>[:<cổng>] [--certificate <tệp pem> --key <tệp pem>]]';

type Arguments = {
  readonly data: string;
  readonly port: number;
  readonly database: string | undefined;
  readonly publicUrl: string | undefined;
  readonly renderer: string;
  readonly remote: RemoteWish | undefined;
};

type RemoteWish = {
  readonly address: string;
  readonly port: number | undefined;
  readonly files: { readonly certificate: string; readonly key: string } | undefined;
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
        listen: { type: 'string' },
        certificate: { type: 'string' },
        key: { type: 'string' },
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
      remote: remoteWish(values),
    };
  } catch (error) {
    return fail(`Không hiểu lệnh: ${error instanceof Error ? error.message : String(error)}.\n${usage}`);
  }
}

/** Where other PCs come in. Throws an Error with what is wrong about it. */
function remoteWish({ listen, certificate, key }: RemoteFlags): RemoteWish | undefined {
  const isOwn = certificate !== undefined || key !== undefined;
  if (listen === undefined) {
    if (isOwn) throw new Error('--certificate và --key chỉ dùng cùng --listen');
    return undefined;
  }
  const [address = '', port] = listen.split(':');
  const number = port === undefined ? undefined : Number(port);
  const isPort = number === undefined || (/^\d+$/.test(port ?? '') && number <= 65_535);
  if (!isIPv4(address) || !isPort || listen.split(':').length > 2)
    throw new Error(
      `--listen “${listen}” cần một địa chỉ IPv4 của máy này, như 192.168.1.20 hoặc 192.168.1.20:47160`,
    );
  if (address === '0.0.0.0' || address === '127.0.0.1')
    throw new Error(
      `--listen ${address}: ghi đúng một địa chỉ mà máy khác nhìn thấy; máy này luôn mở được ở 127.0.0.1`,
    );
  if (!isOwn) return { address, port: number, files: undefined };
  if (certificate === undefined || key === undefined)
    throw new Error('--certificate và --key đi cùng nhau: một tệp chứng thư, một tệp khóa của nó');
  return { address, port: number, files: { certificate: resolve(certificate), key: resolve(key) } };
}

type RemoteFlags = {
  readonly listen?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
};

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const { data, renderer, remote, ...wishes } = readArguments();
  const log = incidentLog(data);
  const level = await serveLevel({
    ...wishes,
    folder: data,
    rendererFolder: renderer,
    log,
    remote: remote && { ...remote, tell: sayDoor },
  }).catch((error: Error) => fail(error.message));
  const { url, tokens } = level;
  const door = level.door();
  const lan = door && { url: addressOf(door), fingerprint: door.fingerprint };
  const opened = { url, token: tokens.leader, clerkToken: tokens.clerk, ...(lan === null ? {} : { lan }) };
  process.stdout.write(`${JSON.stringify(opened)}\n`);
  sayAddress(level.windowAddress());
  // Each address opens one window, so there must be a way to the next one.
  if (process.stdin.isTTY) process.stdin.on('data', () => sayAddress(level.windowAddress()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void level.close().then(() => process.exit(0)));
}

function addressOf({ address, port }: LevelDoorState): string {
  return `https://${address}:${port}/`;
}

function sayDoor(state: LevelDoorState): void {
  const sentence = state.open
    ? `Máy khác mở ${addressOf(state)} / Other PCs open this address. Dấu vân tay chứng thư / fingerprint (SHA-256): ${state.fingerprint.toUpperCase().match(/../g)?.join(':')}; ${state.words.join(' ')}`
    : state.trouble
      ? `Chưa mở được ${addressOf(state)} cho máy khác: cổng đang bận hoặc máy mất mạng.`
      : `Chưa mở cho máy khác: mã PIN đang tắt. Ở trang “Khóa, sao lưu”, đặt mã PIN cho người tổng hợp rồi bật “Vào máy bằng mã PIN”; cửa mở ngay khi bật.`;
  process.stderr.write(`${sentence}\n`);
}

function sayAddress(address: string): void {
  process.stderr.write(
    `Mở trong trình duyệt (một cửa sổ, trong 2 phút; nhấn Enter để có địa chỉ mới) / Open in a browser: ${address}\n`,
  );
}

await serve();
