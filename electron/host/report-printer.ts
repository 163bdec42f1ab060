import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  printOneByOne,
  reportQuery,
  type QueuedPrinter,
  type ReportOrder,
  type ReportPdf,
} from '#electron/desk/delivery/exporting.ts';
import { drawnSheet, SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import { startPipedBrowser, type PipedBrowser } from './browser-pipe.ts';
import { findBrowser } from './installed-browser.ts';
import type { RunningHost } from './start-host.ts';

type BrowserOptions = {
  /** For a PC where the browser lies elsewhere. */
  browser?: () => Promise<string | undefined>;
  /** Where the browser's own files lie while it runs; the system's temporary folder by default. */
  temporary?: string;
  /** Milliseconds for one PDF, the start of the browser included. */
  patienceMs?: number;
};

const usualPatienceMs = 30_000;
const mmPerInch = 25.4;

/**
 * Draws the report page of this host in an installed browser, without a window. One PDF at a time; each has a browser and a
 * profile of its own, which are gone with it: nothing of a report stays in a cache.
 */
export function hostReportPrinter({
  host,
  ...options
}: BrowserOptions & {
  /** This host, once it listens. */
  host(): Pick<RunningHost, 'url' | 'sheetCode'> | undefined;
}): QueuedPrinter {
  return pagePrinter((order) => {
    const running = host();
    return running && pageOf(running, order);
  }, options);
}

/**
 * Draws pages of this program in an installed browser, as `hostReportPrinter` does. `addressOf` gives the page of an order, with a code
 * that is worth nothing once the page stands, or undefined while nothing listens.
 */
export function pagePrinter<Order>(
  addressOf: (order: Order) => string | undefined,
  options: BrowserOptions = {},
): QueuedPrinter<Order> {
  return printOneByOne<Order>(
    (order, signal) => printed(() => addressOf(order), signal, options),
    sweepProfiles(options.temporary ?? tmpdir()),
  );
}

const profileStart = 'quay-tiep-dan-browser-';
/** No PDF takes so long: a profile of that age belongs to a run that was killed, whoever has its number now. */
const oldProfileMs = 10 * 60_000;

/** A program that was killed while it drew leaves a browser's profile, and with it what the page showed. */
async function sweepProfiles(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    if (!name.startsWith(profileStart)) continue;
    const profile = join(temporary, name);
    const pid = Number(name.slice(profileStart.length).split('-')[0]);
    if (isRunning(pid) && Date.now() - (await stat(profile)).mtimeMs < oldProfileMs) continue;
    // Another user's profile stays.
    await rm(profile, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function printed(
  address: () => string | undefined,
  signal: AbortSignal,
  { browser = findBrowser, temporary = tmpdir(), patienceMs = usualPatienceMs }: BrowserOptions,
): Promise<ReportPdf> {
  const file = await browser();
  const url = file === undefined ? undefined : address();
  if (file === undefined || url === undefined) return { trouble: 'no-browser' };
  if (signal.aborted) return { trouble: 'no-answer' };
  const profile = await mkdtemp(join(temporary, `${profileStart}${process.pid}-`));
  try {
    return await drawn(file, profile, signal, patienceMs, url);
  } finally {
    // A killed browser may leave a helper that still writes for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(
      () => undefined,
    );
  }
}

/** With a code that is worth nothing once the page stands: a browser that is killed leaves its addresses in its profile. */
function pageOf(host: Pick<RunningHost, 'url' | 'sheetCode'>, order: ReportOrder): string {
  const training = order.training ? '&training=1' : '';
  return `${host.url}/print.html${reportQuery(order)}#code=${host.sheetCode()}${training}`;
}

async function drawn(
  file: string,
  profile: string,
  signal: AbortSignal,
  patienceMs: number,
  url: string,
): Promise<ReportPdf> {
  const piped = startPipedBrowser(file, profile);
  const late = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const stop = (): void => piped.stop();
  late.addEventListener('abort', stop, { once: true });
  if (late.aborted) stop();
  try {
    return await draw(piped, url);
  } catch {
    return { trouble: late.aborted ? 'no-answer' : 'not-drawn' };
  } finally {
    late.removeEventListener('abort', stop);
    piped.stop();
    await piped.ended;
  }
}

async function draw(browser: PipedBrowser, url: string): Promise<ReportPdf> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const { errorText } = await browser.send('Page.navigate', { url }, session);
  if (errorText !== undefined) return { trouble: 'not-drawn' };
  const size = await standing(browser, session);
  if (size === undefined) return { trouble: 'not-drawn' };
  const { data } = await browser.send('Page.printToPDF', pdfOptions(size), session);
  return { trouble: null, bytes: Buffer.from(String(data), 'base64') };
}

/** The size of the sheet once it stands; undefined when the page has none to print. */
async function standing(browser: PipedBrowser, session: string): Promise<DrawnSheet | undefined> {
  // The page puts the promise there as soon as its script runs, which may be after the navigation is answered.
  const expression = `new Promise((done) => {
    const look = () => (globalThis.${SHEET_READY} === undefined ? setTimeout(look, 20) : done(globalThis.${SHEET_READY}));
    look();
  })`;
  const { result } = await browser.send(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    session,
  );
  const told = drawnSheet.safeParse((result as { value?: unknown } | undefined)?.value);
  return told.success ? told.data : undefined;
}

function pdfOptions({ widthMm, heightMm, margins }: DrawnSheet): object {
  return {
    paperWidth: widthMm / mmPerInch,
    paperHeight: heightMm / mmPerInch,
    marginTop: margins.top / mmPerInch,
    marginRight: margins.right / mmPerInch,
    marginBottom: margins.bottom / mmPerInch,
    marginLeft: margins.left / mmPerInch,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
  };
}
