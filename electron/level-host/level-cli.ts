// The receiving level over HTTP on this PC: `--data <folder> --port <n> [--database postgres://…] [--public-url https://…] [--renderer <folder>]`,
// and to other PCs over TLS: `--listen <address>[:<port>] [--certificate <pem> --key <pem>]`.
// `--database` keeps it in PostgreSQL, else in a file of the folder; `--public-url` is the address of a reverse proxy in front of it.
// The first line of output is JSON, { url, token, clerkToken }, with --listen also { lan: { url, fingerprint } }.
import { incidentLog } from '#electron/host/incident-log.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import { levelArguments } from './level-arguments.ts';
import { serveLevel } from './serve-level.ts';

const usage =
  'Cách dùng: npm run level -- --data <thư mục> --port <số từ 0 đến 65535> [--database postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu] [--public-url https://địa-chỉ] [--listen <địa chỉ của máy này>[:<cổng>] [--certificate <tệp pem> --key <tệp pem>]]';

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function asked(): ReturnType<typeof levelArguments> {
  try {
    return levelArguments(process.argv.slice(2));
  } catch (error) {
    return fail(`Không hiểu lệnh: ${error instanceof Error ? error.message : String(error)}.\n${usage}`);
  }
}

async function serve(): Promise<void> {
  const { data, renderer, remote, ...wishes } = asked();
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
