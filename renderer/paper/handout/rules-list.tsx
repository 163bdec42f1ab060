import type { Office } from '#shared/contract/office.ts';
import type { ShownPack } from '#shared/contract/rules.ts';
import { aboutValue, asLimit, pathLabel, ruleLines } from '#shared/text/rule-text.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay } from '#shared/text/format.ts';
import { ListPaper, ListTable } from './list-paper.tsx';
import styles from './list.module.css';

type RulesListProps = {
  readonly office: Office;
  readonly pack: ShownPack;
  readonly language: Language;
};

/** Every value of the pack in force with its source and how sure it is, grouped as the pack is. */
export function RulesList({ office, pack, language }: RulesListProps) {
  const words = catalogue(language);
  const text = words.handout.list;
  const unsure = pack.values.filter(({ certainty }) => certainty !== 'confirmed').length;
  const rows = pack.values.map((value, index) => {
    const label = pathLabel(value.path, words);
    const former = pack.values[index - 1];
    const fresh = former === undefined || pathLabel(former.path, words) !== label;
    const about = aboutValue(value, words, language);
    const lines = ruleLines(value, value.value, words, language).map((line) =>
      filled(line, value.path, pack),
    );
    return {
      key: value.path,
      ...(fresh ? { group: label } : {}),
      cells: [
        <>
          {about === null ? null : <b>{about}: </b>}
          {lines.length === 1 ? lines[0] : lines.map((line, place) => <p key={place}>{line}</p>)}
        </>,
        unparted(value.source),
        value.overridden === null
          ? words.rules.certaintyWord[value.certainty]
          : words.rules.certaintyWord.own,
      ],
    };
  });
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

/** A sentence of the pack with its slots filled: `reasons.limit-level-1` speaks of `limits.level-1`, a form is that of its procedure. */
function filled(line: string, path: string, pack: ShownPack): string {
  const { values } = pack;
  const said = (named: string): string => {
    const value = values.find((one) => one.path === named)?.value;
    if (value === undefined) return '…';
    return typeof value === 'string' ? value : (asLimit(value)?.value.toString() ?? '…');
  };
  return line.replaceAll(/\{([a-z0-9.-]+)\}/gu, (_slot, name: string) => {
    if (name === 'window') return said('activation.window');
    if (name === 'days') return said(path.replace(/^reasons\.limit-/u, 'limits.'));
    if (name !== 'form') return said(name);
    const [procedure = ''] = values.find((one) => one.path === path)?.procedures ?? [];
    return said(`procedures.${procedure}.form`);
  });
}
