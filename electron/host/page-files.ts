import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The kinds of file a page may ask for; nothing else leaves the folder. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
};

type PageFile = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

export type PageFiles = {
  /** The file at a path such as `/counter.html`, or undefined when the built pages have none there. */
  read(path: string): Promise<PageFile | undefined>;
};

/** What every answer carries, page or not. */
export const GUARD_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), serial=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()',
} as const;

/** Nothing may load, run or be framed. For answers that are no page. */
export const CLOSED_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of a page: its own files only. The interface library writes its variables into style elements, so these
 * need the page's nonce; style attributes in markup stay forbidden (React sets styles through the object model). The
 * decoder of camera pictures is WebAssembly, which may be compiled; text may still not be run as a program.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The built pages in `folder`. A path is looked up in a list of the files that are there, never joined to the folder. */
export function servePages(folder: string): PageFiles {
  let listed = new Map<string, string>();

  async function list(): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    listed = new Map(
      entries
        .filter((entry) => entry.isFile() && mediaTypes[extname(entry.name)] !== undefined)
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file.slice(folder.length).replaceAll('\\', '/'), file]),
    );
  }

  return {
    async read(path) {
      const type = mediaTypes[extname(path)];
      if (type === undefined) return undefined;
      const isPage = path.endsWith('.html');
      // A page names the files it needs, so a new build becomes visible with its page.
      if (isPage || listed.size === 0) await list();
      const file = listed.get(path);
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
      if (bytes === undefined) return undefined;
      return isPage ? page(bytes.toString('utf8'), type) : part(bytes, type, path);
    },
  };
}

function page(html: string, type: string): PageFile {
  const nonce = randomBytes(16).toString('base64');
  const marked = html.replace(
    /<head[^>]*>/i,
    (head) => `${head}\n<meta property="csp-nonce" nonce="${nonce}">`,
  );
  return {
    bytes: new TextEncoder().encode(marked),
    headers: {
      ...GUARD_HEADERS,
      'content-type': type,
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-store',
    },
  };
}

function part(bytes: Buffer<ArrayBuffer>, type: string, path: string): PageFile {
  // The build puts a hash into the name of everything below assets/.
  const lasting = path.startsWith('/assets/');
  return {
    bytes,
    headers: {
      ...GUARD_HEADERS,
      'content-type': type,
      'content-security-policy': CLOSED_POLICY,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  };
}
