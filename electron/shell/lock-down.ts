import { app, shell, type Session, type WebContents } from 'electron';
import { choosePort } from './choose-port.ts';
import { deskPages, EXTERNAL_PAGES, type MainKind, type OwnPages, type WindowKind } from './page-address.ts';

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
  /** Opens one of our own windows in the page's place; absent where pages have none to open. */
  openWindow?: (kind: Exclude<WindowKind, MainKind>, rest: string) => void;
  /** Those of a desk where nothing else is said. */
  pages?: OwnPages;
};

/** From now on no page leaves its address, opens a window or embeds anything by itself. */
export function lockDownContents({ tell, openWindow, pages = deskPages }: LockDownOptions): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (details) => {
      if (isReload(pages, contents, details.url)) return;
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
      const own = pages.windowOf(url);
      if (own && !isMain(own.kind) && openWindow !== undefined) openWindow(own.kind, own.rest);
      else if (EXTERNAL_PAGES.includes(url)) void shell.openExternal(url);
      else tell('window', originOf(url));
      return { action: 'deny' };
    });
  });
}

/**
 * From now on every permission is denied, whether asked for or looked up, except a camera or a microphone (never both at
 * once) and serial ports for the counter window and copying a text for it or a level's; and only files of our own are downloaded.
 */
export function lockDownSession(
  session: Session,
  { tell, pages = deskPages }: Omit<LockDownOptions, 'openWindow'>,
): void {
  const kindOf = (contents: WebContents | null): WindowKind | undefined =>
    contents === null ? undefined : pages.windowOf(contents.getURL())?.kind;
  const isCounter = (contents: WebContents | null): boolean => kindOf(contents) === 'counter';
  const mayCopy = (contents: WebContents | null): boolean => isMain(kindOf(contents));
  const isOurs = (address: string): boolean => pages.pathOf(address) !== undefined;

  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const isOne = permission === 'media' && types?.length === 1;
    const granted =
      ((isOne && isCounter(contents)) || (permission === copyPermission && mayCopy(contents))) &&
      details.isMainFrame &&
      isOurs(details.requestingUrl);
    if (!granted) tell('permission', permission);
    callback(granted);
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    const isMedia = permission === 'media' && ['video', 'audio'].includes(details.mediaType ?? '');
    return (
      (((isMedia || permission === 'serial') && isCounter(contents)) ||
        (permission === copyPermission && mayCopy(contents))) &&
      details.isMainFrame &&
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
    const made = item.getURL().startsWith('blob:') && isOurs(item.getURL().slice('blob:'.length));
    if (made && isOurs(contents.getURL())) {
      item.setSaveDialogOptions({ defaultPath: item.getFilename() });
      return;
    }
    event.preventDefault();
    tell('download', originOf(item.getURL()));
  });
}

function isMain(kind: WindowKind | undefined): kind is MainKind {
  return kind === 'counter' || kind === 'level';
}

/** A page may load itself again, with another query at most. */
function isReload({ pathOf }: OwnPages, contents: WebContents, target: string): boolean {
  const path = pathOf(target);
  return path !== undefined && path === pathOf(contents.getURL());
}

function originOf(address: string): string {
  return URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : 'no address';
}
