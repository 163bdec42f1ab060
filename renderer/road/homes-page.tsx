import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { HomeVisitDialog } from '#renderer/person/home-visit-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Office } from '#shared/contract/office.ts';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { HomePane } from './home-pane.tsx';
import { HomesList, type HomeFilter } from './homes-list.tsx';
import styles from './visits.module.css';

/** People who are to be visited at home: who waits, who is planned, what came of it. */
export function HomesPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.visit.homes;
  const homes = useDeskQuery('home-visit.list', {});
  const [asked, setAsked] = useState<string | null>(null);
  const [filter, setFilter] = useState<HomeFilter>('open');
  const [open, setOpen] = useState<'new' | 'edit' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const isLoaded = homes.value !== undefined;
  useEffect(() => takeFocus(list.current), [isLoaded]);
  const all = homes.value ?? [];
  const shown = all.filter(({ state }) => (filter === 'done') === (state === 'done' || state === 'ended'));
  const home = shown.find(({ homeVisitId }) => homeVisitId === asked) ?? shown[0];
  useScreenKeys([
    { key: 'Alt+N', label: words.add, run: () => setOpen('new') },
    ...(home === undefined ? [] : [{ label: words.edit, run: () => setOpen('edit') }]),
  ]);
  const close = (homeVisitId?: string) => {
    setOpen(null);
    if (homeVisitId !== undefined) setAsked(homeVisitId);
  };
  if (homes.problem !== undefined)
    return <ProblemNote problem={homes.problem} className={styles['trouble']} />;
  if (homes.value === undefined) return null;
  const add = (
    <Button
      variant={all.length === 0 ? 'primary' : 'plain'}
      icon={<IconPlus size={16} aria-hidden="true" />}
      keyHint="Alt+N"
      onClick={() => setOpen('new')}
    >
      {words.add}
    </Button>
  );
  return (
    <>
      {all.length === 0 ? (
        <div className={styles['nothing']}>
          <h2>{words.none}</h2>
          <p>{words.noneHint}</p>
          {add}
        </div>
      ) : (
        <div className={styles['columns']}>
          <HomesList
            ref={list}
            homes={all}
            shown={shown}
            filter={filter}
            onFilter={setFilter}
            chosen={home?.homeVisitId ?? ''}
            onChoose={setAsked}
            end={add}
          />
          <HomePane key={home?.homeVisitId} office={office} home={home} onEdit={() => setOpen('edit')} />
        </div>
      )}
      {open === 'new' && <HomeVisitDialog office={office} onClose={close} />}
      {open === 'edit' && home !== undefined && (
        <HomeVisitDialog office={office} homeVisit={home} onClose={close} />
      )}
    </>
  );
}
