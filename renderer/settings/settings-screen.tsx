import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { SettingsNav } from './settings-nav.tsx';
import styles from './settings.module.css';
import { useShownPage, type SettingsPage } from './shown-page.ts';

/** Everything an office decides for itself; each change is saved where it is made. */
export function SettingsScreen({ pages }: { readonly pages: readonly SettingsPage[] }) {
  const office = useDeskQuery('office.show', {});
  const shown = useShownPage((state) => state.page);
  if (office.problem !== undefined) {
    return <ProblemNote problem={office.problem} />;
  }
  const page = pages.find(({ id }) => id === shown);
  if (!office.value || page === undefined) return null;
  return (
    <div className={styles['settings']}>
      <SettingsNav pages={pages} />
      <page.Page key={shown} office={office.value} />
    </div>
  );
}
