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

const WINDOW_KINDS = ['counter', 'display', 'print'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** The address of a window's page; `rest` is its query and fragment. */
export function pageAddress(kind: WindowKind, rest = ''): string {
  return `${origin}/${kind}.html${rest}`;
}

/** The path of an address of our own, `/counter.html`; undefined for everything else. */
export function ownPath(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isOurs =
    url?.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === '';
  return isOurs ? url.pathname : undefined;
}

/** The kind of window that an address of our own belongs to, with its query and fragment. */
export function windowOf(address: string): { kind: WindowKind; rest: string } | undefined {
  const path = ownPath(address);
  const kind = WINDOW_KINDS.find((known) => path === `/${known}.html`);
  if (kind === undefined) return undefined;
  const { search, hash } = new URL(address);
  return { kind, rest: search + hash };
}
