/** What the address of the page says about the desk behind it: `counter.html#token=…&training=1`. */
export type DeskAddress = {
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
export function hashFor(hash: string, training: boolean): string {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  if (training) words.set('training', '1');
  else words.delete('training');
  return `#${words}`;
}

/** Opens the training desk, or leaves it, by loading this page anew. */
export function switchTraining(training: boolean): void {
  location.hash = hashFor(location.hash, training);
  location.reload();
}
