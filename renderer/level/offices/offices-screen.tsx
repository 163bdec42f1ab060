import { useLanguage } from '#renderer/desk/language.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { formatNumber } from '#shared/text/format.ts';
import { IconTablePlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { byName, finds } from '../client/office-order.ts';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { useDroppedFiles } from '../receive/use-dropped-files.ts';
import { ManyOffices } from './many-offices.tsx';
import styles from './offices.module.css';
import { OfficesList } from './offices-list.tsx';
import { RegisterForm } from './register-form.tsx';

const FILTERS = ['open', 'new-key', 'closed'] as const;

/** Everybody who sends, and the way in for the next one. */
export function OfficesScreen() {
  const { levelOffices: words, level } = useLevelWords();
  const { board } = level;
  const language = useLanguage();
  const offices = useLevelQuery('office.list', {}).value;
  const { at: standing, standAt, openOffice } = useLevelPlace();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('open');
  const [typed, setTyped] = useState('');
  /** The table that is looked at: a dropped file, or `none` before one is pasted or chosen. */
  const [table, setTable] = useState<File | 'none' | null>(null);
  const setMany = () => setTable('none');
  useDroppedFiles((files) => {
    const dropped = files.find(({ name }) => /\.(?:xlsx|csv|tsv|txt)$/i.test(name));
    if (dropped === undefined) sayInBar(words.many.notATable, true);
    else setTable(dropped);
  });
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const by = useMemo(() => {
    const all = offices?.toSorted(byName) ?? [];
    return {
      open: all.filter(({ closed }) => closed === null),
      'new-key': all.filter(({ newKey }) => newKey !== null),
      closed: all.filter(({ closed }) => closed !== null),
    };
  }, [offices]);
  const shown = useMemo(() => by[filter].filter((office) => finds(office, typed)), [by, filter, typed]);
  const found = shown.findIndex(({ code }) => code === standing);
  const at = found === -1 && shown.length > 0 ? 0 : found;
  const isEmpty = offices?.length === 0;
  const toForm = () => form.current?.querySelector('input')?.focus();
  useEffect(() => {
    if (offices === undefined) return;
    takeFocus(isEmpty ? (form.current?.querySelector('input') ?? null) : list.current);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the list is there
  }, [offices === undefined]);
  useScreenKeys([
    {
      key: 'Enter',
      label: board.keyOpen,
      run: () => {
        const office = shown[at];
        if (office !== undefined) openOffice(office.code);
      },
    },
    { key: 'F2', label: words.keyRegister, run: toForm },
    { key: 'F3', label: words.find, run: () => search.current?.focus() },
    { key: 'F6', label: words.keyMany, run: () => setMany() },
  ]);
  const count = (value: number) => formatNumber(value, language);
  return (
    <div className={styles['screen']}>
      <section className={styles['list']} aria-label={words.title}>
        <div className={styles['tools']}>
          <Segmented
            label={words.filter}
            options={FILTERS.map((value) => ({
              value,
              label: `${words.filters[value]} ${count(by[value].length)}`,
            }))}
            value={filter}
            onChange={setFilter}
          />
          <div className={styles['find']}>
            <ListSearch ref={search} label={words.find} value={typed} onType={setTyped} listId="offices" />
          </div>
        </div>
        <OfficesList
          ref={list}
          offices={shown}
          at={at}
          onStand={(row) => standAt(shown[row]?.code ?? '')}
          onOpen={(row) => {
            const office = shown[row];
            if (office !== undefined) openOffice(office.code);
          }}
          empty={isEmpty ? words.empty : words.none}
        />
      </section>
      <section className={styles['side']} aria-label={words.register.title}>
        <ColumnHead
          title={words.register.title}
          end={
            <Button
              size="small"
              keyHint="F6"
              icon={<IconTablePlus aria-hidden="true" />}
              onClick={() => setMany()}
            >
              {words.register.many}
            </Button>
          }
        />
        <RegisterForm ref={form} offices={offices ?? []} />
      </section>
      {table === null ? null : (
        <ManyOffices file={table === 'none' ? null : table} onClose={() => setTable(null)} />
      )}
    </div>
  );
}
