// The desk over HTTP on this PC: `--data <folder> --port <n> [--renderer <folder>] [--moved] [--restore <copy> [--from <folder>] [--numbers A060,B010]]`; `--moved` is the word that the folder
// was moved here from another PC or place, which is used no more. `--passphrase-file <file>` or `--recover <file>` opens encrypted data; with a passphrase new
// data is encrypted from its beginning.
// `--starter <file>` makes a new folder the desk of a mobile team; the passphrase of that file is the one in `--passphrase-file`. The same file again changes nothing.
// `--join <address:port> --code <code>` joins the desk of another PC once; later starts of the folder need neither.
// A folder that was made a receiving level (`pc.become-level`) is served as that level; what opens a desk is then refused.
// The first line of output is JSON, { url, token, displayToken }, of a level { url, token, clerkToken }, and so is one after each change of both.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Opening } from '#electron/desk/desk.ts';
import { PROGRAM } from '#electron/desk/desk-call.ts';
import type { Secret } from '#shared/contract/secret.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { cannotListen } from './cannot-listen.ts';
import { levelFolder } from './data-folder.ts';
import { keepServedPair } from './desk-pair.ts';
import { hostArguments, type HostArguments } from './host-arguments.ts';
import { incidentLog } from './incident-log.ts';
import { joinHere } from './joining.ts';
import type { ServedDesk } from './kept-desk.ts';
import { servePc, type BecomeOther } from './pc-host.ts';
import { programVersion } from './program-files.ts';
import { hostReportPrinter } from './report-printer.ts';
import { serveFolder, USUAL_PORT } from './serve-folder.ts';
import type { RunningHost } from './start-host.ts';

const usage =
  'Cách dùng: npm run host -- --data <thư mục> --port <số từ 0 đến 65535> [--renderer <thư mục>] [--moved] [--passphrase-file <tệp> | --recover <tệp>] [--restore <bản sao> [--from <thư mục>] [--numbers A060,B010]] [--starter <tệp mở máy> --passphrase-file <tệp>] [--join <địa chỉ:cổng> --code <mã>]';

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function asked(): HostArguments {
  try {
    return hostArguments(process.argv.slice(2));
  } catch (error) {
    return fail(`Không hiểu lệnh: ${error instanceof Error ? error.message : String(error)}.\n${usage}`);
  }
}

/** What the first line tells, and what follows it. */
type ServedHere = {
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>>;
  windowAddress(): string;
  close(): Promise<void>;
};

async function serve(): Promise<void> {
  const given = asked();
  const { data, renderer } = given;
  const log = incidentLog(data);
  let isFirst = true;
  const pc = await servePc<ServedHere>(
    data,
    {
      async desk(become) {
        const wished = isFirst;
        isFirst = false;
        return serveDesk(given, wished, become);
      },
      async level(becomeDesk) {
        if (isFirst && opensDesk(given))
          throw new Error(
            `Thư mục “${data}” là của cấp tổng hợp nên không mở quầy ở đây. Chọn thư mục khác bằng --data.`,
          );
        // The port of the desk is still the desk's when the level begins beside it.
        const port = isFirst || given.port === undefined ? given.port : 0;
        isFirst = false;
        const folder = levelFolder(data);
        // A desk does not wait for what a level is made of.
        const { serveLevel } = await import('#electron/level-host/serve-level.ts');
        const level = await serveLevel({ folder, port, rendererFolder: renderer, log, becomeDesk });
        return { ...level, tokens: { token: level.tokens.leader, clerkToken: level.tokens.clerk } };
      },
    },
    ({ url, tokens }) => process.stdout.write(`${JSON.stringify({ url, ...tokens })}\n`),
  ).catch((error: Error) => fail(error.message));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void pc.close().then(() => process.exit(0)));
  }
}

/** Whether the command line wishes something of a desk. */
function opensDesk({ moved, restore, given, starter, wish }: HostArguments): boolean {
  return moved || [restore, given, starter, wish].some((wished) => wished !== undefined);
}

/** Serves the desk of the folder; `wished` where it is to do first what the command line wishes. */
async function serveDesk(
  wishes: HostArguments,
  wished: boolean,
  becomeLevel: BecomeOther,
): Promise<ServedHere> {
  const { data, port, renderer, given } = wishes;
  const version = programVersion();
  const log = incidentLog(data);
  const here: { host?: RunningHost } = {};
  const reportPrinter = hostReportPrinter({ host: () => here.host });
  const options = { version, electron: false, log, reportPrinter, given, rendererFolder: renderer };
  const desks = keepServedPair(data, { ...options, becomeLevel });
  if (wished) await prepare(desks.office, wishes);
  const serving = {
    desks,
    data,
    port: wished || port === undefined ? port : 0,
    rendererFolder: renderer,
    version,
    log,
  };
  const { host, tokens } = await serveFolder(serving).catch((error: NodeJS.ErrnoException) => {
    void desks.office.close();
    throw new Error(cannotListen(error, port ?? USUAL_PORT));
  });
  here.host = host;
  return {
    url: host.url,
    tokens,
    windowAddress: host.windowAddress,
    /** A browser that was drawing is gone, and its profile with it, before the program is. */
    async close() {
      await host.close();
      await reportPrinter.settled();
    },
  };
}

/** What the command line wishes of a desk before anybody sees it; ends the program with the sentence of a refusal. */
async function prepare(
  office: ServedDesk,
  { data, moved, restore, from, numbers, given, starter, wish }: HostArguments,
): Promise<void> {
  if (wish !== undefined) {
    const words = await joinHere(office, data, wish).catch(async (error: Error) => {
      await office.close();
      return fail(error.message);
    });
    process.stderr.write(`Đã ghép với máy chính. Bốn từ của máy chính: ${words}.\n`);
  }
  const first = await office.state();
  if (moved && !first.ok) await office.dispatch('system.move-in', {}, PROGRAM, randomUUID());
  if (restore !== undefined) {
    const input = {
      id: restore,
      reason: '--restore',
      ...given,
      ...(from === undefined ? {} : { folder: resolve(from) }),
      ...(numbers === undefined ? {} : { numbers: numbers.split(',').filter(Boolean) }),
    };
    const reply = await office.dispatch('backup.restore', input, PROGRAM, randomUUID());
    if (!reply.ok) {
      await office.close();
      return fail(`Chưa khôi phục được: ${problemText(reply.problem, catalogue('vi'))}`);
    }
  }
  if (starter !== undefined) await startTeam(office, starter, given);
  const opened = await office.state();
  if (given !== undefined && isSealed(opened))
    process.stderr.write('Mật khẩu hoặc khóa trong tệp không mở được dữ liệu này. Gõ lại trên màn hình.\n');
  if (given !== undefined && (await isPlain(opened)))
    process.stderr.write(
      'Dữ liệu trong thư mục này chưa mã hóa: mật khẩu trong tệp không dùng đến. Mã hóa ở Cài đặt, An toàn dữ liệu.\n',
    );
}

/** Makes a new folder the desk of a team, or ends with the sentence of a refusal. */
async function startTeam(office: ServedDesk, file: string, given: Secret | undefined): Promise<void> {
  const refuse = async (why: string): Promise<never> => {
    await office.close();
    return fail(`Chưa mở được máy của tổ lưu động: ${why}`);
  };
  let base64: string;
  try {
    base64 = readFileSync(file, 'base64');
  } catch {
    return refuse(`không đọc được tệp “${file}”.`);
  }
  const input = { fileName: basename(file), base64, ...given };
  const reply = await office.dispatch('team.start', input, PROGRAM, randomUUID());
  if (!reply.ok) return refuse(problemText(reply.problem, catalogue('vi')));
}

function isSealed(opened: Opening): boolean {
  return !opened.ok && opened.problem.code === 'desk-not-open' && opened.problem.reason === 'sealed';
}

async function isPlain(opened: Opening): Promise<boolean> {
  if (!opened.ok) return false;
  const status = await opened.desk.dispatch('data.status', {}, PROGRAM);
  return status.ok && !(status.value as Output<'data.status'>).encrypted;
}

await serve();
