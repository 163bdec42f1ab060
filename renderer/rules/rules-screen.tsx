import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { RuleValue } from '#shared/contract/rules.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { handbookOf, ruleLabel, ruleSays } from '#shared/text/rule-text.ts';
import { CalendarView } from './calendar-view.tsx';
import { Handbook } from './handbook.tsx';
import { NewsPage } from './news-page.tsx';
import { RulesNav, type RulesPage } from './rules-nav.tsx';
import { ScannerTest } from './scanner-test.tsx';
import styles from './rules.module.css';

/** The law as the program uses it, by what officers ask; the calendar, and the scanner's own test. */
export function RulesScreen() {
  const text = useText();
  const language = useLanguage();
  const [packId, setPackId] = useState<string | undefined>(undefined);
  const [page, setPage] = useState<RulesPage>('who');
  const [search, setSearch] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const packs = useDeskQuery('rules.packs', {});
  const pack = useDeskQuery('rules.show', packId === undefined ? {} : { packId }, { keepFormer: true });

  const found = useMemo(() => {
    const words = foldName(search);
    const fits = (value: RuleValue) =>
      foldName(
        [ruleLabel(value, text, language), value.source, ...ruleSays(value, text, language)].join(' '),
      ).includes(words);
    return words === '' ? null : (pack.value?.values ?? []).filter(fits);
  }, [search, pack.value, text, language]);

  useScreenKeys([
    {
      key: 'F3',
      label: text.rules.toSearch,
      run: () => {
        flushSync(() =>
          setPage((before) => (before === 'calendar' || before === 'scanner' ? 'who' : before)),
        );
        searchField.current?.focus();
      },
    },
    { key: 'F8', label: text.rules.print, run: () => window.print() },
  ]);

  if (pack.problem !== undefined) {
    return <ProblemNote problem={pack.problem} />;
  }
  if (pack.value === undefined) return null;
  const chapters = handbookOf(found ?? pack.value.values.filter(({ chapter }) => chapter === page));
  const isBook = page !== 'calendar' && page !== 'scanner';
  return (
    <div className={styles['rules']}>
      <RulesNav
        packs={packs.value ?? []}
        pack={pack.value}
        page={isBook && found !== null ? null : page}
        onPack={setPackId}
        onPage={(next) => {
          setPage(next);
          setSearch('');
        }}
      />
      {page === 'calendar' && <CalendarView />}
      {page === 'scanner' && <ScannerTest />}
      {isBook && (
        <Handbook
          key={`${pack.value.id} ${page}`}
          pack={pack.value}
          page={page}
          chapters={chapters}
          found={found === null ? null : found.length}
          search={search}
          searchField={searchField}
          onSearch={setSearch}
          news={<NewsPage pack={pack.value} />}
        />
      )}
    </div>
  );
}
