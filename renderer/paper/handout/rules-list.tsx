import type { Office } from '#shared/contract/office.ts';
import type { RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { certaintyOf, handbookOf, ruleLabel, ruleLimits, ruleSays } from '#shared/text/rule-text.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { formatDay } from '#shared/text/format.ts';
import { ListPaper, ListTable } from './list-paper.tsx';
import styles from './list.module.css';

type RulesListProps = {
  readonly office: Office;
  readonly pack: ShownPack;
  readonly language: Language;
};

/** Every value of the pack in force with its source and how sure it is, by what officers ask. */
export function RulesList({ office, pack, language }: RulesListProps) {
  const words = catalogue(language);
  const text = words.handout.list;
  const unsure = pack.values.filter(({ certainty }) => certainty === 'unconfirmed').length;
  const rows = handbookOf(pack.values).flatMap(({ chapter, sections }) =>
    sections.flatMap(({ theme, values }) =>
      values.map((value, index) => ({
        key: value.path,
        ...(index === 0 ? { group: `${words.rules.chapter[chapter]}: ${words.rules.theme[theme]}` } : {}),
        cells: [
          <Said key="said" value={value} words={words} language={language} />,
          unparted(value.source),
          certaintyOf(value, words).word,
        ],
      })),
    ),
  );
  return (
    <ListPaper
      office={office}
      title={text.rules}
      lines={[
        `${inLanguage(pack.title, language)}. ${text.version(pack.version, formatDay(pack.validFrom, language))}`,
        text.rulesCount(pack.values.length, unsure),
      ]}
    >
      <div className={styles['rules']}>
        <ListTable
          columns={[
            { label: text.value },
            { label: text.source, width: '54mm' },
            { label: text.certainty, width: '28mm' },
          ]}
          rows={rows}
        />
      </div>
    </ListPaper>
  );
}

/** An article never parts from its number. */
function unparted(source: string): string {
  return source.replaceAll(/(Điều|khoản|mục|Mục|phần|Bước) (?=\S)/gu, '$1\u00a0');
}

function Said({
  value,
  words,
  language,
}: {
  readonly value: RuleValue;
  readonly words: Catalogue;
  readonly language: Language;
}) {
  const limits = ruleLimits(value, words, language);
  const lines = ruleSays(value, words, language);
  return (
    <>
      {value.words === null && <b>{ruleLabel(value, words, language)}: </b>}
      {limits !== null && `${limits}: `}
      {lines.join(lines.length > 1 ? '; ' : '')}
    </>
  );
}
