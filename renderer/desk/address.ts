/** What the address of the page says about the desk behind it: `counter.html#code=…&training=1`. */
type DeskAddress = {
  /** Where the methods are: '' or '/training', put before `/desk/…`. */
  readonly base: string;
  readonly brought: Brought;
  readonly training: boolean;
};

/** What a page may trade for being let in: a code, once, or the token of whoever started the host. */
export type Brought = { readonly code: string | undefined; readonly token: string | undefined };

/** Reads a hash such as `#code=abc&training=1`; never throws. */
export function readAddress(hash: string): DeskAddress {
  const words = wordsOf(hash);
  const training = words.get('training') === '1';
  const brought = { code: words.get('code') ?? undefined, token: words.get('token') ?? undefined };
  return { base: training ? '/training' : '', brought, training };
}

/** What is left in the address once the page has read it: a browser keeps its addresses. */
export function withoutSecrets(hash: string): string {
  const words = wordsOf(hash);
  for (const secret of ['code', 'token', 'display']) words.delete(secret);
  return words.size === 0 ? '' : `#${words}`;
}

/** The same page on the other desk: the real one or the one for training. */
function hashFor(hash: string, training: boolean): string {
  const words = wordsOf(hash);
  if (training) words.set('training', '1');
  else words.delete('training');
  return `#${words}`;
}

/** The address of the wall; with a code it needs none to be typed. */
export function wallAddress(training: boolean, code?: string): string {
  const words = new URLSearchParams();
  if (code !== undefined) words.set('code', code);
  if (training) words.set('training', '1');
  return words.size === 0 ? './display.html' : `./display.html#${words}`;
}

/** A TV gets the wall at the root of its door, and no other page is there (electron/host/tv-app). */
export function isTv(): boolean {
  return location.pathname === '/';
}

/** Opens the training desk, or leaves it, by loading this page anew. */
export function switchTraining(training: boolean): void {
  location.hash = hashFor(location.hash, training);
  location.reload();
}

function wordsOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/^#/, ''));
}
