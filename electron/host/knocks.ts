/** So many new connections a second are met, and so many at once after a quiet time: a whole office that comes back after a cut. */
const A_SECOND = 60;
const AT_ONCE = 120;
/** Of those that are sent away within a second so many are borne; with more the door rests. */
const MOST_AWAY = 200;

/** Counts who knocks: `in` may come in, `away` is sent away, at `rest` nobody should be listened to for a moment. */
export function knocks(monotonic: () => number): { next(): 'in' | 'away' | 'rest' } {
  let left = AT_ONCE;
  let at = monotonic();
  let away = 0;
  let awaySince = at;
  return {
    next() {
      const now = monotonic();
      left = Math.min(AT_ONCE, left + ((now - at) * A_SECOND) / 1000);
      at = now;
      if (left >= 1) {
        left -= 1;
        return 'in';
      }
      if (now - awaySince >= 1000) {
        awaySince = now;
        away = 0;
      }
      away += 1;
      if (away < MOST_AWAY) return 'away';
      away = 0;
      return 'rest';
    },
  };
}
