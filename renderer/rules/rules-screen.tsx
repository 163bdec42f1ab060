import type { RuleValue } from '#shared/contract/rules.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { useMemo, useRef, useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { CalendarView } from './calendar-view.tsx';
import { RuleDetail } from './rule-detail.tsx';
import { RuleTable } from './rule-table.tsx';
import { RulesNav, type RulesPage } from './rules-nav.tsx';
import { ScannerTest } from './scanner-test.tsx';
import styles from './rules.module.css';
import { pathLabel, ruleLines } from '#shared/text/rule-text.ts';

/** The law as the program uses it: every value with its source, the calendar, and the scanner's own test. */
export function RulesScreen() {
  const text = useText();
  const language = useLanguage();
  const [packId, setPackId] = useState<string | undefined>(undefined);
  const [page, setPage] = useState<RulesPage>({ kind: 'values', procedure: null });
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const packs = useDeskQuery('rules.packs', {});
  const pack = useDeskQuery('rules.show', packId === undefined ? {} : { packId }, { keepFormer: true });

  const values = useMemo(() => {
    if (page.kind !== 'values') return [];
    const words = foldName(search);
    const fits = (value: RuleValue) =>
      words === '' ||
      foldName(
        [
          pathLabel(value.path, text),
          value.path,
          value.source,
          ...ruleLines(value, value.value, text, language),
        ].join(' '),
      ).includes(words);
    const ofPage = (value: RuleValue) =>
      page.procedure === null ||
      (page.procedure === 'common'
        ? value.procedures.length === 0
        : value.procedures.includes(page.procedure));
    return (pack.value?.values ?? []).filter((value) => ofPage(value) && fits(value));
  }, [page, search, pack.value, text, language]);
  const current = values.find((value) => value.path === chosen) ?? values[0] ?? null;

  useScreenKeys([
    {
      key: 'F3',
      label: text.rules.toSearch,
      run: () => {
        setPage((before) => (before.kind === 'values' ? before : { kind: 'values', procedure: null }));
        requestAnimationFrame(() => searchField.current?.focus());
      },
    },
    { key: 'F8', label: text.rules.print, run: () => window.print() },
  ]);

  if (pack.problem !== undefined) {
    return (
      <Note tone="bad" announce>
        {problemText(pack.problem, text)}
      </Note>
    );
  }
  if (pack.value === undefined) return null;
  return (
    <div className={styles['rules']}>
      <RulesNav packs={packs.value ?? []} pack={pack.value} page={page} onPack={setPackId} onPage={setPage} />
      {page.kind === 'calendar' && <CalendarView />}
      {page.kind === 'scanner' && <ScannerTest />}
      {page.kind === 'values' && (
        <>
          <RuleTable
            pack={pack.value}
            procedure={page.procedure}
            values={values}
            search={search}
            searchField={searchField}
            current={current}
            onSearch={setSearch}
            onChoose={setChosen}
          />
          <RuleDetail
            key={`${pack.value.id} ${current?.path}`}
            pack={pack.value}
            packs={packs.value ?? []}
            value={current}
          />
        </>
      )}
    </div>
  );
}
