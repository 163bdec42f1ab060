// The part of the fake Electron that a page may ask for: permissions, devices, the program's own scheme.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

export const pageHandlers = new Map<string, (request: Request) => Response | Promise<Response>>();

type SessionHandlers = {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  displayMedia: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
};

const noHandlers: SessionHandlers = { request: null, check: null, device: null, displayMedia: null };

class FakeSession extends EventEmitter {
  handlers: SessionHandlers = { ...noHandlers };
  readonly protocol = {
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
      pageHandlers.set(scheme, handler);
    },
  } satisfies Pick<Electron.Protocol, 'handle'>;

  setPermissionRequestHandler(handler: SessionHandlers['request']): void {
    this.handlers.request = handler;
  }
  setPermissionCheckHandler(handler: SessionHandlers['check']): void {
    this.handlers.check = handler;
  }
  setDevicePermissionHandler(handler: SessionHandlers['device']): void {
    this.handlers.device = handler;
  }
  setDisplayMediaRequestHandler(handler: SessionHandlers['displayMedia']): void {
    this.handlers.displayMedia = handler;
  }
  forget(): void {
    this.handlers = { ...noHandlers };
    this.removeAllListeners();
  }
}

export const session = { defaultSession: new FakeSession() };
void (session.defaultSession satisfies Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>);
