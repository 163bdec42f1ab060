import type { ShownPack } from '#shared/contract/rules.ts';
import { inLanguage } from '#shared/domain/language.ts';
import { useState, type ReactNode, type RefObject } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { packLasts, ruleLabel, type handbookOf } from '#shared/text/rule-text.ts';
import { RuleEntry } from './rule-entry.tsx';
import type { RulesPage } from './rules-nav.tsx';
import { WhoTable } from './who-table.tsx';
import styles from './handbook.module.css';

type HandbookProps = {
  readonly pack: ShownPack;
  readonly page: Exclude<RulesPage, 'calendar' | 'scanner'>;
  readonly chapters: ReturnType<typeof handbookOf>;
  /** How many values fit what is searched for; null while nothing is. */
  readonly found: number | null;
  readonly search: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onSearch: (search: string) => void;
  readonly news: ReactNode;
};

/** One chapter as a page of a handbook, or what was found in all of them; a line opens to its source. */
export function Handbook(props: HandbookProps) {
  const { pack, page, chapters, found, search, searchField, onSearch, news } = props;
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const title = found !== null ? words.found(found) : page === 'news' ? words.news : words.chapter[page];
  const isNews = page === 'news' && found === null;
  return (
    <section className={styles['book']} aria-label={title}>
      <header className={styles['head']}>
        <div className={styles['title']}>
          <h2>{title}</h2>
          {found === null && page !== 'news' && <p>{words.lead[page]}</p>}
        </div>
        <TextField
          ref={searchField}
          label={words.search}
          showLabel={false}
          placeholder={words.search}
          size="small"
          value={search}
          onType={onSearch}
          className={styles['search']}
        />
        <p className={styles['small']}>
          {words.about(inLanguage(pack.title, language), packLasts(pack, text, language))}.
          {!isNews && <span className={styles['unprinted']}> {words.openHint}</span>}
        </p>
      </header>
      {isNews && news}
      {!isNews && (
        <div className={styles['page']}>
          {found === 0 && <p>{words.nothing}</p>}
          {page === 'who' && found === null && <WhoTable rows={pack.who} />}
          {chapters.map(({ chapter, sections }) =>
            sections.map(({ theme, values }) => (
              <section key={`${chapter} ${theme}`} aria-label={words.theme[theme]}>
                <h3>
                  {found === null ? words.theme[theme] : `${words.chapter[chapter]}: ${words.theme[theme]}`}
                </h3>
                <ul>
                  {values.map((value, index) => {
                    const label = ruleLabel(value, text, language);
                    const former = values[index - 1];
                    return (
                      <RuleEntry
                        key={value.path}
                        pack={pack}
                        value={value}
                        label={
                          former !== undefined && ruleLabel(former, text, language) === label ? null : label
                        }
                        isOpen={open === value.path}
                        onOpen={() => setOpen(open === value.path ? null : value.path)}
                      />
                    );
                  })}
                </ul>
              </section>
            )),
          )}
        </div>
      )}
    </section>
  );
}
