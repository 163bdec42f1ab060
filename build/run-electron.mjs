// An Electron that is run until it ends, or until it is plain that no window comes. Apart from start.mjs, so that it can be tested
// with programs that only look like Electron.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronArguments, electronEnvironment, sandboxAdvice } from './electron-dist.mjs';
import { forwardSignals } from './tools.mjs';

const usualLimits = {
  /** Without a window for so long, Electron hangs, or waits in a box about a missing file. */
  shownMs: 18_000,
  /** What is asked to end has this long before it is ended. */
  endMs: 1_500,
};

/**
 * Whether an Electron does not even tell its version in the time that a window may take. Asked while the program is built: whoever
 * starts it for the first time does not wait for the one and then for the other.
 */
export async function hangs(electron, limitMs = usualLimits.shownMs) {
  const folder = mkdtempSync(join(tmpdir(), 'qtd-start-'));
  const child = spawn(electron, [...electronArguments(), `--user-data-dir=${folder}`, '--version'], {
    stdio: 'ignore',
    env: electronEnvironment(),
  });
  const end = () => child.kill('SIGKILL');
  process.on('exit', end);
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    end();
  }, limitMs);
  await new Promise((done) => child.on('error', done).on('exit', done));
  clearTimeout(late);
  process.off('exit', end);
  rmSync(folder, { recursive: true, force: true });
  return isLate;
}

export function noWindowReason(milliseconds = usualLimits.shownMs) {
  const seconds = Math.round(milliseconds / 1000);
  return (
    `Electron không mở được cửa sổ nào trong ${seconds} giây nên chương trình chạy trong trình duyệt.\n` +
    `Electron showed no window within ${seconds} seconds, so the program runs in the browser.`
  );
}

/**
 * Runs the program in Electron. Resolves to `{ code }`, the exit code of a run whose window was seen or that was asked to end, or to
 * `{ reason }`, one sentence of each language why no window came; the program is then gone. `limits` are in milliseconds.
 */
export async function runElectron(electron, args, { cwd, limits = usualLimits } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'qtd-start-'));
  // The shell writes this file when its first window is shown. Its output would not do: Windows gives a window program none.
  const shownFile = join(folder, 'shown');
  const child = spawn(electron, [...electronArguments(), ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...electronEnvironment(), QTD_SHOWN_FILE: shownFile },
  });
  const stopForwarding = forwardSignals(child);
  let isLate = false;
  let kill;
  const late = setTimeout(() => {
    if (existsSync(shownFile)) return;
    isLate = true;
    child.kill();
    kill = setTimeout(() => child.kill('SIGKILL'), limits.endMs);
  }, limits.shownMs);
  const { code, signal, error } = await new Promise((done) => {
    child.on('error', (failure) => done({ error: failure }));
    child.on('exit', (exitCode, exitSignal) => done({ code: exitCode, signal: exitSignal }));
  });
  clearTimeout(late);
  clearTimeout(kill);
  stopForwarding();
  const wasShown = existsSync(shownFile);
  rmSync(folder, { recursive: true, force: true });

  if (isLate && !wasShown) return { reason: noWindowReason(limits.shownMs) };
  const asked = signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';
  if (!error && (code === 0 || asked || wasShown)) return { code: code ?? 1 };
  const detail = error?.message ?? (signal ? `tín hiệu ${signal}` : `mã ${code}`);
  const inEnglish = error?.message ?? (signal ? `signal ${signal}` : `code ${code}`);
  return {
    reason:
      `Electron không khởi động được (${detail}) nên chương trình chạy trong trình duyệt.\n` +
      `Electron did not start (${inEnglish}), so the program runs in the browser.${sandboxAdvice(signal, electron)}`,
  };
}
