/** What the address of the page says about the desk behind it: `counter.html#token=…&training=1`. */
type DeskAddress = {
  /** Where the methods are: '' or '/training', put before `/desk/…`. */
  readonly base: string;
  readonly token: string;
  readonly training: boolean;
};

/** Reads a hash such as `#token=abc&training=1`; never throws. */
export function readAddress(hash: string): DeskAddress {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const training = words.get('training') === '1';
  return { base: training ? '/training' : '', token: words.get('token') ?? '', training };
}

/** The same page on the other desk: the real one or the one for training. */
function hashFor(hash: string, training: boolean): string {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  if (training) words.set('training', '1');
  else words.delete('training');
  return `#${words}`;
}

/** The address of the wall: with the token that may read nothing but the wall, where the page knows it. */
export function wallAddress(hash: string): string {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const token = words.get('display') ?? words.get('token') ?? '';
  const training = words.get('training') === '1' ? '&training=1' : '';
  return `./display.html#token=${encodeURIComponent(token)}${training}`;
}

/** Opens the training desk, or leaves it, by loading this page anew. */
export function switchTraining(training: boolean): void {
  location.hash = hashFor(location.hash, training);
  location.reload();
}
