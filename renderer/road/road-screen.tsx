import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Office } from '#shared/contract/office.ts';
import { useState } from 'react';
import { HomesPage } from './homes-page.tsx';
import { LaptopPage } from './laptop-page.tsx';
import styles from './road.module.css';
import { TeamsPage } from './teams-page.tsx';
import { VisitsPage } from './visits-page.tsx';

type Page = 'teams' | 'laptop' | 'visits' | 'homes';

/**
 * Work on the road: at home the teams with their laptops and packs, on a laptop the pack that goes home; at both visits, and people who
 * are visited at home.
 */
export function RoadScreen({ office }: { readonly office: Office }) {
  const text = useText();
  const here = useDeskQuery('team.here', {});
  const [asked, setAsked] = useState<Page | null>(null);
  const own: Page = here.value === null ? 'teams' : 'laptop';
  const pages: readonly Page[] = [own, 'visits', 'homes'];
  const page = pages.find((one) => one === asked) ?? own;
  if (here.problem !== undefined) return <ProblemNote problem={here.problem} className={styles['trouble']} />;
  if (here.value === undefined) return null;
  return (
    <div className={styles['screen']}>
      <header className={styles['tabs']}>
        <Segmented
          label={text.team.pagesLabel}
          options={pages.map((value) => ({ value, label: text.team.pages[value] }))}
          value={page}
          onChange={setAsked}
        />
      </header>
      {page === 'teams' && <TeamsPage />}
      {page === 'laptop' && here.value !== null && <LaptopPage team={here.value} />}
      {page === 'visits' && <VisitsPage office={office} />}
      {page === 'homes' && <HomesPage office={office} />}
    </div>
  );
}
