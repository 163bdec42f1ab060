import type { Query, QueryClient } from '@tanstack/react-query';
import { growOld } from './grow-old.ts';
import { isOfLine, setConnection, useLive } from './live.ts';
import { DeskRefusal } from './use-desk-query.ts';

/** How often what nobody answered is asked for again. */
const AGAIN_MS = 1000;

/**
 * Says of a line of events whether the window is live. It is once all that it shows was answered since the line was found, and
 * no longer when something on screen grew old and nobody answers. `onLost` hears of each gap.
 */
export function liveLine(queries: QueryClient, onLost: () => void = () => {}) {
  // What was asked before anybody knew where this line begins may be from before it: the line begins with a gap.
  let gaps = queries.getQueryCache().findAll({ predicate: wasAsked }).length > 0 ? 1 : 0;
  let isOver = false;

  async function found(): Promise<void> {
    const gap = gaps;
    const isSame = () => !isOver && gap === gaps;
    if (gaps > 0) await growOld(queries, () => true);
    while (isSame() && unheard(queries).length > 0) {
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      if (isSame()) await growOld(queries, isUnheard);
    }
    if (isSame()) setConnection('live');
  }

  function lost(): void {
    gaps += 1;
    setConnection('lost');
    onLost();
  }

  return {
    found: () => void found(),
    lost,
    /** After what grew old was asked for again. */
    asked(): void {
      if (isOver || useLive.getState().connection !== 'live' || unheard(queries).length === 0) return;
      lost();
      void found();
    },
    /** Names the present gap: another one has another name. */
    gap: () => gaps,
    stop: () => void (isOver = true),
  };
}

function wasAsked({ state }: Query): boolean {
  return state.data !== undefined || state.fetchStatus !== 'idle';
}

function unheard(queries: QueryClient): readonly Query[] {
  return queries.getQueryCache().findAll({ type: 'active', predicate: isUnheard });
}

/** On screen stands what is no longer so, and no desk was heard that would say what is. */
function isUnheard({ state }: Query): boolean {
  const { data, isInvalidated, error } = state;
  return data !== undefined && isInvalidated && error instanceof DeskRefusal && isOfLine(error.problem);
}
