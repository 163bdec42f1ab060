import { useText } from '#renderer/desk/language.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useState } from 'react';
import styles from './road.module.css';
import { TeamsPage } from './teams-page.tsx';

/** What is shown of the work on the road, in the order of its tabs. */
const PAGES = ['teams'] as const;

/** Teams on the road: their laptops and packs. */
export function RoadScreen() {
  const words = useText().team;
  const [page, setPage] = useState<(typeof PAGES)[number]>(PAGES[0]);
  return (
    <div className={styles['screen']}>
      {PAGES.length < 2 ? null : (
        <header className={styles['tabs']}>
          <Segmented
            label={words.pagesLabel}
            options={PAGES.map((value) => ({ value, label: words.pages[value] }))}
            value={page}
            onChange={setPage}
          />
        </header>
      )}
      {page === 'teams' && <TeamsPage />}
    </div>
  );
}
