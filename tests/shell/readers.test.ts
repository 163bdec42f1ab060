import { expect, test } from 'vitest';
import { type BrowserWindow, fake, session, type WebContents } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';

const OURS = 'app://quay-tiep-dan/';

type Asked = {
  permission: 'media' | 'serial' | 'usb' | 'geolocation';
  from?: string;
  types?: ('video' | 'audio')[];
  main?: boolean;
};

function requested(window: BrowserWindow, { permission, from = OURS, types, main = true }: Asked): boolean {
  const granted: boolean[] = [];
  session.defaultSession.handlers.request?.(
    window.webContents as unknown as Electron.WebContents,
    permission,
    (answer) => granted.push(answer),
    { requestingUrl: from, isMainFrame: main, ...(types === undefined ? {} : { mediaTypes: types }) },
  );
  expect(granted).toHaveLength(1);
  return granted[0] ?? false;
}

function checked(
  window: BrowserWindow | null,
  { permission, from = OURS, types, main = true }: Asked,
): boolean {
  const [mediaType] = types ?? [];
  return (
    session.defaultSession.handlers.check?.(
      (window?.webContents ?? null) as unknown as Electron.WebContents,
      permission,
      from,
      { isMainFrame: main, ...(mediaType === undefined ? {} : { mediaType }) },
    ) ?? true
  );
}

test('the counter may use the camera, and the microphone by itself', async () => {
  const { window } = await startedShell();
  const counter = window('counter');
  expect(requested(counter, { permission: 'media', types: ['video'] })).toBe(true);
  expect(checked(counter, { permission: 'media', types: ['video'] })).toBe(true);
  expect(requested(counter, { permission: 'media', types: ['audio'] })).toBe(true);
  expect(checked(counter, { permission: 'media', types: ['audio'] })).toBe(true);
  expect(requested(counter, { permission: 'media', types: ['audio', 'video'] })).toBe(false);
});

test.each<[string, Asked]>([
  ['a microphone of a stranger', { permission: 'media', types: ['audio'], from: 'https://evil.example/' }],
  ['media that nobody named', { permission: 'media' }],
  ['a stranger', { permission: 'media', types: ['video'], from: 'https://evil.example/' }],
  ['a look-alike', { permission: 'media', types: ['video'], from: 'app://quay-tiep-dan.evil/' }],
  ['a frame', { permission: 'media', types: ['video'], main: false }],
  ['a place', { permission: 'geolocation' }],
  ['a USB device', { permission: 'usb' }],
])('%s is refused', async (_what, asked) => {
  const { window } = await startedShell();
  expect(requested(window('counter'), asked)).toBe(false);
  expect(checked(window('counter'), asked)).toBe(false);
});

test('the waiting-room window has neither camera, microphone nor scanner', async () => {
  const { window } = await startedShell({ screens: 2 });
  window('counter').webContents.windowOpenHandler?.({ url: `${OURS}display.html` } as never);
  const display = window('display');
  for (const type of ['video', 'audio'] as const)
    expect(requested(display, { permission: 'media', types: [type] })).toBe(false);
  for (const permission of ['media', 'serial'] as const)
    expect(checked(display, { permission, types: ['video'] })).toBe(false);
  expect(await choose(display.webContents, [scanner])).toBe('');
});

test('serial ports are for our own counter; no other kind of device is for anybody', async () => {
  const { window } = await startedShell();
  expect(checked(window('counter'), { permission: 'serial' })).toBe(true);
  expect(checked(window('counter'), { permission: 'serial', from: 'https://evil.example' })).toBe(false);
  expect(checked(null, { permission: 'serial' })).toBe(false);
  const { device } = session.defaultSession.handlers;
  const asks = (deviceType: string, origin: string) => device?.({ deviceType, origin, device: {} } as never);
  expect(asks('serial', 'app://quay-tiep-dan')).toBe(true);
  expect(asks('serial', 'https://evil.example')).toBe(false);
  expect(asks('usb', 'app://quay-tiep-dan')).toBe(false);
  expect(asks('hid', 'app://quay-tiep-dan')).toBe(false);
});

const scanner = { portId: 'a', portName: 'COM5', displayName: 'Scanner', vendorId: '1504', productId: '1' };
const printer = { portId: 'b', portName: 'COM7', vendorId: '1208', productId: '2' };
const builtIn = { portId: 'c', portName: 'COM1' };

function choose(contents: WebContents, ports: readonly Electron.SerialPort[]): Promise<unknown> {
  return new Promise((chosen) => {
    const event = { preventDefault: () => undefined };
    session.defaultSession.emit('select-serial-port', event, ports, contents, chosen);
  });
}

test.each([
  ['nothing is plugged in', [], ''],
  ['only a built-in port is there', [builtIn], 'c'],
  ['one USB device stands beside a built-in port', [builtIn, scanner], 'a'],
])('no question is asked when %s', async (_when, ports, expected) => {
  const { window } = await startedShell();
  expect(await choose(window('counter').webContents, ports)).toBe(expected);
  expect(fake.questions).toEqual([]);
});

test('of several USB devices the officer says which is the scanner, or none', async () => {
  const { window } = await startedShell();
  const contents = window('counter').webContents;
  fake.answer = 1;
  expect(await choose(contents, [scanner, builtIn, printer])).toBe('b');
  expect(fake.questions[0]).toMatchObject({ buttons: ['Scanner (COM5)', 'COM7', 'Thôi'], cancelId: 2 });
  fake.answer = 2;
  expect(await choose(contents, [scanner, printer])).toBe('');
});
