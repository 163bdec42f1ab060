/** Runs `hold`, which never rejects, in one of the places for lines that stay open; false where none was free. */
export type LinePlaces = (hold: () => Promise<void>) => Promise<boolean>;

/**
 * A browser has six connections to one host, for all of its windows together, and a stream of events keeps one: with six windows
 * nobody could ask anything any more, while each went on hearing that the desk is there. So many windows keep one.
 */
const PLACES = 3;

/**
 * The places of this browser. A page that the browser gives no locks is alone there: over plain HTTP from another PC it knows none, and
 * where it is told to keep no data of pages it refuses them.
 */
export const browserPlaces: LinePlaces = async (hold) => {
  const locks = (navigator as Partial<Navigator>).locks;
  for (let place = 1; place <= PLACES; place += 1) {
    const isHeld = await locks
      ?.request(`quay-tiep-dan-line-${place}`, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await hold();
        return lock !== null;
      })
      .catch(() => undefined);
    if (isHeld === undefined) await hold();
    if (isHeld !== false) return true;
  }
  return false;
};
