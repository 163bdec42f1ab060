import { inLanguage } from '#shared/domain/language.ts';
import type { PackLine, RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { CHAPTERS } from '#shared/domain/procedure/handbook.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { packLasts } from '#shared/text/rule-text.ts';
import { PackFiles } from './pack-files.tsx';
import styles from './rules.module.css';

/** A chapter of the handbook, what the pack changed, or one of the pages beside it. */
export type RulesPage = RuleValue['chapter'] | 'news' | 'calendar' | 'scanner';

type RulesNavProps = {
  readonly packs: readonly PackLine[];
  readonly pack: ShownPack;
  /** Null while something is searched for. */
  readonly page: RulesPage | null;
  readonly onPack: (id: string) => void;
  readonly onPage: (page: RulesPage) => void;
};

export function RulesNav({ packs, pack, page, onPack, onPage }: RulesNavProps) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const link = (label: string, to: RulesPage, hint?: string) => (
    <li key={to}>
      <button
        type="button"
        className={styles['link']}
        aria-current={page === to || undefined}
        onClick={() => onPage(to)}
      >
        <span>{label}</span>
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </button>
    </li>
  );
  const chapterLink = (chapter: RuleValue['chapter']) => {
    const unsure = pack.values.filter(
      (value) => value.certainty === 'unconfirmed' && value.chapter === chapter,
    ).length;
    return link(words.chapter[chapter], chapter, unsure === 0 ? undefined : words.unconfirmed(unsure));
  };
  return (
    <nav className={styles['nav']} aria-label={words.packs}>
      <ColumnHead title={words.questions} />
      <ul>
        {CHAPTERS.map(chapterLink)}
        {link(words.news, 'news')}
      </ul>
      <SectionHead title={words.packs} />
      <ul>
        {packs.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className={styles['pack']}
              aria-current={line.id === pack.id || undefined}
              onClick={() => onPack(line.id)}
            >
              <span>{inLanguage(line.title, language)}</span>
              <span className={styles['hint']}>{packLasts(line, text, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SectionHead title={words.common} />
      <ul>
        {link(words.calendar, 'calendar')}
        {link(words.scanner, 'scanner')}
      </ul>
      <PackFiles pack={pack} />
    </nav>
  );
}
