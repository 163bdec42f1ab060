import type { Roster } from '#shared/contract/roster.ts';
import styles from './roster.module.css';

/** How far a roster has come, as a bar of four parts; its figures stand beside it in words. */
export function Bar({ figures }: { readonly figures: Roster['figures'] }) {
  const { people, notNeeded, activated, issued, registered } = figures;
  const asked = Math.max(1, people - notNeeded);
  const parts = [
    ['activated', activated],
    ['issued', issued - activated],
    ['taken', registered - issued],
  ] as const;
  return (
    <svg className={styles['bar']} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles['barLeft']} width="100" height="1" />
      {parts.map(([part, count], at) => {
        const before = parts.slice(0, at).reduce((sum, [, one]) => sum + one, 0);
        return (
          <rect
            key={part}
            className={styles[part]}
            x={(before / asked) * 100}
            width={(count / asked) * 100}
            height="1"
          />
        );
      })}
    </svg>
  );
}
