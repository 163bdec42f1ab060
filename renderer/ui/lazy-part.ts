import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const PAUSE_MS = 500;
const PATIENCE_MS = 30_000;

/** Fetches a part ahead of its first showing; a part that cannot be had now is asked for again when it is shown. */
type LazyPart<P> = LazyExoticComponent<ComponentType<P>> & { readonly fetchAhead: () => void };

/**
 * A part of the program that is fetched when it is first shown. While the host that serves it is away it is asked for again;
 * after half a minute the part fails, and the screen around it offers to load the window anew.
 */
export function lazyPart<P>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  const part = lazy(async () => ({ default: await untilFetched(load) }));
  return Object.assign(part, { fetchAhead: () => void load().catch(() => undefined) });
}

async function untilFetched<T>(load: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await hostAnswers();
      await mendStyles();
      return await load();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((again) => setTimeout(again, PAUSE_MS));
    }
  }
}

/**
 * Older browsers (Chromium 153) never fetch a module again that failed once, so none is asked for while no host would
 * answer. The shell's own files are always there.
 */
async function hostAnswers(): Promise<void> {
  if (!location.protocol.startsWith('http')) return;
  await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
}

/** Style sheets that failed. One that is still on its way must stay where it is: its import waits for it. */
const failed = new Set<HTMLLinkElement>();
document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  { capture: true },
);

/** A style sheet that failed stays in the page without its rules, and no later import of its part asks for it again. */
async function mendStyles(): Promise<void> {
  await Promise.all(
    [...failed].map(
      (link) =>
        new Promise((done, broken) => {
          failed.delete(link);
          const again = link.cloneNode() as HTMLLinkElement;
          again.addEventListener('load', done);
          again.addEventListener('error', broken);
          link.replaceWith(again);
        }),
    ),
  );
}
