// `npm start`: the program in Electron where that can run, otherwise in host mode with the browser of this machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { windowArguments, windowProfile } from '../electron/host/browser-window.ts';
import { defaultDataFolder } from '../electron/host/data-folder.ts';
import { installedBrowser } from './browser.mjs';
import { ensureBuilt, isBuilt } from './build.mjs';
import { oldGlibc, presentOrFetched } from './electron-dist.mjs';
import { startHost } from './host-process.mjs';
import { hangs, noWindowReason, runElectron } from './run-electron.mjs';
import { hasDisplay, root } from './tools.mjs';

const args = process.argv.slice(2);
const wasBuilt = isBuilt();
const tooOld = oldGlibc();
if (tooOld) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}
// A first start builds and fetches at the same time.
const [found] = await Promise.all([findElectron(), ensureBuilt(wasBuilt)]);
const reason = found.reason ?? (await runOrReason(found.electron));
if (reason) await startInHostMode(reason);

/** An Electron that answers, as `{ electron }`, or `{ reason }`, in one sentence of each language why there is none. */
async function findElectron() {
  if (!hasDisplay())
    return {
      reason:
        'Máy này không có màn hình đồ họa nên chương trình chạy ở chế độ máy chủ nội bộ.\n' +
        'This PC has no graphical display, so the program runs in host mode.',
    };
  const electron = await presentOrFetched(
    join(root, 'node_modules/electron'),
    process.env.ELECTRON_OVERRIDE_DIST_PATH,
  );
  if (!electron)
    return {
      reason:
        'Chưa có Electron và không tải được (xem mục mạng khép kín trong README) nên chương trình chạy trong trình duyệt.\n' +
        'There is no Electron and it cannot be fetched (see Closed networks in the README), so the program runs in the browser.',
    };
  return !wasBuilt && (await hangs(electron)) ? { reason: noWindowReason() } : { electron };
}

/** Runs Electron to its end and exits, or returns why it cannot. */
async function runOrReason(electron) {
  const { code, reason: why } = await runElectron(electron, [root, ...args], { cwd: root });
  if (why === undefined) process.exit(code);
  return why;
}

async function startInHostMode(why) {
  /** Another address once the PC becomes a receiving level, or a desk again. */
  const host = {};
  const { ended } = await startHost(args, { onAddress: (address) => Object.assign(host, address) });
  process.stdout.write(`${why}\nNhấn Ctrl+C để dừng / Press Ctrl+C to stop.\n`);
  if (hasDisplay()) openWindow(await newAddress(host), () => sayAddress(host));
  else await sayAddress(host);
  // Each address opens one window, so there must be a way to the next one.
  if (mayListen()) process.stdin.on('data', () => void sayAddress(host));
  process.exitCode = await ended;
  process.stdin.destroy();
}

/** A terminal stops a program of its background that listens to it. */
function mayListen() {
  if (!process.stdin.isTTY || process.platform !== 'linux') return true;
  const [, , group, , , foreground] = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  return group === foreground;
}

/** An address with a code that opens one window within two minutes: nothing that lasts stands in a command line or a profile. */
async function newAddress({ url, token }) {
  const response = await fetch(`${url}/access/code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'window' }),
  });
  const { value } = await response.json();
  return `${url}/#code=${value.code}`;
}

async function sayAddress(host) {
  process.stdout.write(
    `Địa chỉ / Address: ${await newAddress(host)}\n` +
      'Mở được một cửa sổ, trong 2 phút. Nhấn Enter để có địa chỉ mới.\n' +
      'It opens one window, within 2 minutes. Press Enter for a new address.\n',
  );
}

/** One window without tabs and address bar, in a browser that is installed. */
function openWindow(address, sayByHand) {
  const sayOpenByHand = () => {
    process.stdout.write(
      'Chưa mở được trình duyệt: hãy mở Chrome, Edge hoặc Chromium và dán địa chỉ dưới đây vào.\n' +
        'No browser was opened: start Chrome, Edge or Chromium and paste the address below.\n',
    );
    void sayByHand();
  };
  const browser = installedBrowser();
  if (browser) {
    const given = parseArgs({ args, options: { data: { type: 'string' } }, strict: false }).values.data;
    const profile = windowProfile(browser, resolve(given ?? defaultDataFolder()));
    const child = spawn(browser, windowArguments(address, profile, process.getuid?.() === 0), {
      stdio: 'ignore',
      detached: true,
    });
    child.on('error', sayOpenByHand).on('exit', (code) => code !== 0 && sayOpenByHand());
    child.unref();
  } else sayOpenByHand();
}
