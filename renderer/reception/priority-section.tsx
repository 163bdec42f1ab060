import { useText } from '#renderer/desk/language.ts';
import { CountingRow } from './counting-row.tsx';
import { useReception } from './draft-store.ts';
import { Section } from './section.tsx';
import styles from './reception.module.css';

/** Part 4: asked by class, remembered as yes or no. */
export function PrioritySection({
  classes,
  residences,
}: {
  readonly classes: readonly string[];
  readonly residences: readonly string[];
}) {
  const words = useText().reception;
  const chosen = useReception((draft) => draft.classes);
  const toggle = useReception((draft) => draft.toggleClass);
  return (
    <Section number={4} title={words.section.priority} hint={words.onlyBoolean}>
      {classes.length === 0 ? (
        <p className={styles['empty']}>{words.noClasses}</p>
      ) : (
        <div className={styles['classes']}>
          {classes.map((name) => (
            <label key={name} className={styles['class']}>
              <input
                type="checkbox"
                role="switch"
                aria-checked={chosen.includes(name)}
                checked={chosen.includes(name)}
                onChange={() => toggle(name)}
              />
              <span className={styles['className']}>{name}</span>
              <i aria-hidden="true" />
            </label>
          ))}
        </div>
      )}
      <CountingRow residences={residences} />
    </Section>
  );
}
