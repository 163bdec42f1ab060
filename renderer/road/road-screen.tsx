import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { LaptopPage } from './laptop-page.tsx';
import styles from './road.module.css';
import { TeamsPage } from './teams-page.tsx';

type Page = 'teams' | 'laptop';

/** Work on the road: at home the teams with their laptops and packs, on a laptop the pack that goes home. */
export function RoadScreen() {
  const text = useText();
  const here = useDeskQuery('team.here', {});
  const [asked, setAsked] = useState<Page | null>(null);
  const pages: readonly Page[] = here.value === null ? ['teams'] : ['laptop'];
  const page = pages.find((one) => one === asked) ?? pages[0];
  if (here.problem !== undefined)
    return (
      <Note tone="bad" announce className={styles['trouble']}>
        {problemText(here.problem, text)}
      </Note>
    );
  if (here.value === undefined || page === undefined) return null;
  return (
    <div className={styles['screen']}>
      {pages.length < 2 ? null : (
        <header className={styles['tabs']}>
          <Segmented
            label={text.team.pagesLabel}
            options={pages.map((value) => ({ value, label: text.team.pages[value] }))}
            value={page}
            onChange={setAsked}
          />
        </header>
      )}
      {page === 'teams' && <TeamsPage />}
      {page === 'laptop' && here.value !== null && <LaptopPage team={here.value} />}
    </div>
  );
}
