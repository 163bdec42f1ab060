import { protocol, type Session } from 'electron';
import { CLOSED_POLICY, GUARD_HEADERS, type PageFiles } from '#electron/host/page-files.ts';
import { ownPath, PAGE_SCHEME } from './page-address.ts';

/** Must run before the program is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages, and only them, under `app://quay-tiep-dan/`. */
export function servePageScheme(session: Session, pages: PageFiles): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const path = request.method === 'GET' ? ownPath(request.url) : undefined;
    const file = path === undefined ? undefined : await pages.read(path);
    if (file !== undefined) return new Response(file.bytes, { headers: file.headers });
    return new Response(null, {
      status: 404,
      headers: { ...GUARD_HEADERS, 'content-security-policy': CLOSED_POLICY },
    });
  });
}
