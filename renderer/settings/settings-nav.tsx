import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import styles from './settings.module.css';
import { useShownPage, type SettingsPage } from './shown-page.ts';

/** The list of pages in their groups: one stop for Tab, the arrows walk in it. */
export function SettingsNav({ pages }: { readonly pages: readonly SettingsPage[] }) {
  const words = useText().settings;
  const { page: shown, show } = useShownPage();
  const nav = useRef<HTMLElement>(null);
  const groups = [...new Set(pages.map(({ group }) => group))];
  const walk = (event: KeyboardEvent) => {
    const row = rowAfter(
      event.key,
      pages.findIndex(({ id }) => id === shown),
      pages.length,
    );
    const next = row === null ? undefined : pages[row];
    if (row === null || next === undefined) return;
    event.preventDefault();
    show(next.id);
    nav.current?.querySelectorAll('button')[row]?.focus();
  };
  return (
    <nav ref={nav} className={styles['nav']} aria-label={words.title}>
      <ColumnHead title={words.title} />
      {groups.map((group) => (
        <ul key={group} aria-label={words.groups[group]}>
          {pages
            .filter((page) => page.group === group)
            .map(({ id, icon: Icon }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles['link']}
                  aria-current={id === shown ? 'page' : undefined}
                  tabIndex={id === shown ? 0 : -1}
                  data-focus-home={id === shown || undefined}
                  onClick={() => show(id)}
                  onKeyDown={walk}
                >
                  <Icon size={18} stroke={1.75} aria-hidden="true" />
                  {words.pages[id].name}
                </button>
              </li>
            ))}
        </ul>
      ))}
      <p className={styles['promise']}>{words.savedAtOnce}</p>
    </nav>
  );
}
