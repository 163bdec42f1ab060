/** The only addresses outside of the program that a click may open, in the browser of this PC. */
export const EXTERNAL_PAGES: readonly string[] = [
  'https://vneid.gov.vn/',
  'https://dichvucong.bocongan.gov.vn/',
  'https://dichvucong.gov.vn/',
];

/** The pages' own scheme: a real origin, unlike `file:`. */
export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'quay-tiep-dan';

const origin = `${PAGE_SCHEME}://${PAGE_HOST}`;

const DESK_KINDS = ['counter', 'display', 'print'] as const;
type DeskKind = (typeof DESK_KINDS)[number];
export type WindowKind = DeskKind | 'level';
/** The window that the program lives and ends with. */
export type MainKind = 'counter' | 'level';

/** Which addresses are the program's own. */
export type OwnPages = {
  /** The path of an address of our own, `/counter.html`; undefined for everything else. */
  pathOf(address: string): string | undefined;
  /** The kind of window that an address of our own belongs to, with its query and fragment. */
  windowOf(address: string): { kind: WindowKind; rest: string } | undefined;
};

/** The address of a window's page; `rest` is its query and fragment. */
export function pageAddress(kind: DeskKind, rest = ''): string {
  return `${origin}/${kind}.html${rest}`;
}

/** As `OwnPages`, of the pages of a desk. */
export function ownPath(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isOurs =
    url?.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === '';
  return isOurs ? url.pathname : undefined;
}

function deskWindowOf(address: string): { kind: DeskKind; rest: string } | undefined {
  const path = ownPath(address);
  const kind = DESK_KINDS.find((known) => path === `/${known}.html`);
  if (kind === undefined) return undefined;
  const { search, hash } = new URL(address);
  return { kind, rest: search + hash };
}

/** The pages of a desk, under a scheme of our own. */
export const deskPages: OwnPages = { pathOf: ownPath, windowOf: deskWindowOf };

/** The pages of a level, where it serves them (`http://127.0.0.1:47160`); none while that is empty. */
export function levelPages(served: () => string): OwnPages {
  const pathOf = (address: string): string | undefined => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isOurs = url !== undefined && url.origin === served() && url.username === '' && url.password === '';
    return isOurs ? url.pathname : undefined;
  };
  return {
    pathOf,
    windowOf(address) {
      if (pathOf(address) !== '/level.html') return undefined;
      const { search, hash } = new URL(address);
      return { kind: 'level', rest: search + hash };
    },
  };
}
