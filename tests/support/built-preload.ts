import { compileFunction } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type * as Electron from 'electron';
import type { DeskBridge } from '#shared/contract/channels.ts';
import { fake, type BrowserWindow } from './fake-electron.ts';

let code: Promise<string> | undefined;

/** The text of the preload script as the program ships it: one CommonJS file. */
export function preloadCode(): Promise<string> {
  code ??= buildPreload();
  return code;
}

async function buildPreload(): Promise<string> {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: fileURLToPath(new URL('../../electron/shell/preload.ts', import.meta.url)),
      target: 'node24',
      write: false,
      minify: false,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', codeSplitting: false } },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (outputs.length !== 1 || outputs[0]?.type !== 'chunk')
    throw new Error('the preload script is not one file');
  return outputs[0].code;
}

/** Runs the built preload script for one window, as its sandbox would: all it can require is 'electron'. */
export async function runPreload(window: BrowserWindow): Promise<Record<string, unknown>> {
  const exposed: Record<string, unknown> = {};
  const contents = window.webContents;
  const contextBridge = {
    exposeInMainWorld(name: string, value: unknown): void {
      exposed[name] = value;
    },
  } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      fake.invoke(contents, contents.mainFrame, channel, ...args),
    on(channel: string, listener: (event: Electron.IpcRendererEvent, ...args: unknown[]) => void) {
      contents.arrivals.on(channel, listener);
      return this as unknown as Electron.IpcRenderer;
    },
  } satisfies Pick<Electron.IpcRenderer, 'invoke' | 'on'>;
  const requireInSandbox = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`a sandboxed preload script cannot require '${name}'`);
  };
  compileFunction(await preloadCode(), ['require', 'exports', 'module'])(
    requireInSandbox,
    {},
    { exports: {} },
  );
  return exposed;
}

/** The bridge of a window's page. */
export async function bridgeOf(window: BrowserWindow): Promise<DeskBridge> {
  return (await runPreload(window))['deskBridge'] as DeskBridge;
}
