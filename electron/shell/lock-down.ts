import { app, shell, type Session, type WebContents } from 'electron';
import { choosePort } from './choose-port.ts';
import { EXTERNAL_PAGES, ownPath, windowOf, type WindowKind } from './page-address.ts';

/** Something that a page tried and was not allowed. */
export type Refused =
  | 'navigation'
  | 'redirect'
  | 'frame'
  | 'webview'
  | 'window'
  | 'permission'
  | 'device'
  | 'download';

/** What a page asks for when a text is copied by a click. */
const copyPermission = 'clipboard-sanitized-write';

type LockDownOptions = {
  /** Told of every refusal, with no more of the address than its origin. */
  tell: (refused: Refused, where: string) => void;
  /** Opens one of our own windows in the page's place. */
  openWindow: (kind: WindowKind, rest: string) => void;
};

/** From now on no page leaves its address, opens a window or embeds anything by itself. */
export function lockDownContents({ tell, openWindow }: LockDownOptions): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (details) => {
      if (isReload(contents, details.url)) return;
      details.preventDefault();
      tell('navigation', originOf(details.url));
    });
    contents.on('will-redirect', (details) => {
      details.preventDefault();
      tell('redirect', originOf(details.url));
    });
    contents.on('will-frame-navigate', (details) => {
      if (details.isMainFrame) return; // will-navigate decides
      details.preventDefault();
      tell('frame', originOf(details.url));
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      tell('webview', '');
    });
    contents.setWindowOpenHandler(({ url }) => {
      const own = windowOf(url);
      if (own && own.kind !== 'counter') openWindow(own.kind, own.rest);
      else if (EXTERNAL_PAGES.includes(url)) void shell.openExternal(url);
      else tell('window', originOf(url));
      return { action: 'deny' };
    });
  });
}

/**
 * From now on every permission is denied, whether asked for or looked up, except a camera or a microphone (never both at
 * once), serial ports and copying a text for the counter window; and only files of our own are downloaded.
 */
export function lockDownSession(session: Session, { tell }: Pick<LockDownOptions, 'tell'>): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const isOne = permission === 'media' && types?.length === 1;
    const granted =
      (isOne || permission === copyPermission) &&
      details.isMainFrame &&
      isCounter(contents) &&
      isOurs(details.requestingUrl);
    if (!granted) tell('permission', permission);
    callback(granted);
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    const isMedia = permission === 'media' && ['video', 'audio'].includes(details.mediaType ?? '');
    return (
      (isMedia || permission === 'serial' || permission === copyPermission) &&
      details.isMainFrame &&
      isCounter(contents) &&
      isOurs(origin)
    );
  });
  session.setDevicePermissionHandler(({ deviceType, origin }) => deviceType === 'serial' && isOurs(origin));
  session.setDisplayMediaRequestHandler((_request, callback) => {
    tell('permission', 'display-capture');
    callback(null);
  });
  for (const choice of ['select-hid-device', 'select-usb-device'] as const) {
    // One overload per event name; both end with the callback that takes the chosen device.
    session.on(choice as 'select-usb-device', (event, _devices, callback) => {
      event.preventDefault();
      tell('device', choice);
      callback('');
    });
  }
  session.on('select-serial-port', (event, ports, contents, callback) => {
    event.preventDefault();
    if (isCounter(contents)) {
      void (async () => callback(await choosePort(ports)))();
      return;
    }
    tell('device', 'select-serial-port');
    callback('');
  });
  session.on('will-download', (event, item, contents) => {
    // A file that the page itself has made: the officer chooses where it goes.
    const made =
      item.getURL().startsWith('blob:') && ownPath(item.getURL().slice('blob:'.length)) !== undefined;
    if (made && ownPath(contents.getURL()) !== undefined) {
      item.setSaveDialogOptions({ defaultPath: item.getFilename() });
      return;
    }
    event.preventDefault();
    tell('download', originOf(item.getURL()));
  });
}

function isCounter(contents: WebContents | null): boolean {
  return contents !== null && windowOf(contents.getURL())?.kind === 'counter';
}

function isOurs(address: string): boolean {
  return ownPath(address) !== undefined;
}

/** A page may load itself again, with another query at most. */
function isReload(contents: WebContents, target: string): boolean {
  const path = ownPath(target);
  return path !== undefined && path === ownPath(contents.getURL());
}

function originOf(address: string): string {
  return URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : 'no address';
}
