import { IconCar, IconPlugConnected, IconSitemap, type TablerIcon } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import styles from './other-uses.module.css';

/** What a PC can be besides the desk of a new office. */
export type OtherUse = 'join' | 'team' | 'level';

const USES: readonly { readonly use: OtherUse; readonly key: string; readonly Icon: TablerIcon }[] = [
  { use: 'join', key: 'Alt+N', Icon: IconPlugConnected },
  { use: 'team', key: 'Alt+L', Icon: IconCar },
  { use: 'level', key: 'Alt+C', Icon: IconSitemap },
];

export function OtherUses({
  chosen,
  onChoose,
}: {
  readonly chosen: OtherUse | null;
  readonly onChoose: (use: OtherUse) => void;
}) {
  const words = useText().firstRun.uses;
  return (
    <section className={styles['uses']} aria-labelledby="other-uses">
      <h2 id="other-uses">{words.title}</h2>
      <ul>
        {USES.map(({ use, key, Icon }) => (
          <li key={use}>
            <button
              type="button"
              aria-keyshortcuts={key}
              aria-current={use === chosen ? 'step' : undefined}
              onClick={() => onChoose(use)}
            >
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              <span className={styles['name']}>{words[use].name}</span>
              <Keycap>{key}</Keycap>
              <span className={styles['says']}>{words[use].says}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
