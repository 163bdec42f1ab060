import type { PackNews, RuleValue, ShownPack, WhoRow } from '#shared/contract/rules.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import { CHAPTERS } from '#shared/domain/procedure/handbook.ts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { documentDay, ruleLabel, ruleLimits, ruleSays, whoSays } from '#shared/text/rule-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import styles from './handbook.module.css';

/** What a pack changed against the one before it, in words, from the packs themselves. */
export function NewsPage({ pack }: { readonly pack: ShownPack }) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const news = useDeskQuery('rules.news', { packId: pack.id }).value;
  if (news === undefined) return null;
  if (news.before === null) return <p className={styles['page']}>{words.newsFirst}</p>;
  const parts: readonly (readonly [string, readonly ReactNode[]])[] = [
    [words.newsDocuments, documents(news, text, language)],
    [words.chapter.who, [...people(news, text, language), ...values(news, 'who', text, language)]],
    [words.newsPlaces, places(news, text, language)],
    ...CHAPTERS.filter((chapter) => chapter !== 'who').map(
      (chapter) => [words.chapter[chapter], values(news, chapter, text, language)] as const,
    ),
    [words.newsTold, told(news, text, language)],
  ];
  const filled = parts.filter(([, lines]) => lines.length > 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles['page']} role="group" aria-label={words.news} tabIndex={0}>
      <p>{words.newsLead(inLanguage(news.before.title, language))}</p>
      {filled.length === 0 && <p>{words.newsNothing}</p>}
      {filled.map(([title, lines]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul>{lines}</ul>
        </section>
      ))}
    </div>
  );
}

function line(key: string, label: string, says: ReactNode, source?: string) {
  return (
    <li key={key} className={styles['entry']} data-first>
      <span className={styles['label']}>{label}</span>
      <div className={styles['change']}>
        {says}
        {source !== undefined && <span className={styles['limits']}>{source}</span>}
      </div>
    </li>
  );
}

function documents(news: PackNews, text: Catalogue, language: Language) {
  return news.documents.map(({ number, title, issuer, date }) =>
    line(number, number, title, documentDay(issuer, date, text, language)),
  );
}

function values(news: PackNews, chapter: RuleValue['chapter'], text: Catalogue, language: Language) {
  const words = text.rules;
  return news.values.flatMap(({ before, after }) => {
    const value = after ?? before;
    if (value === null || value.chapter !== chapter) return [];
    const limits = ruleLimits(value, text, language);
    const [now, then] = [after, before].map((one) => (one === null ? [] : ruleSays(one, text, language))) as [
      readonly string[],
      readonly string[],
    ];
    return line(
      value.path,
      ruleLabel(value, text, language),
      <>
        {limits !== null && <span className={styles['limits']}>{limits}</span>}
        <Said mark={before === null ? words.added : words.now} lines={now} />
        <Said mark={after === null ? words.removed : words.before} lines={then} former />
      </>,
      after?.source,
    );
  });
}

function Said({
  mark,
  lines,
  former = false,
}: {
  readonly mark: string;
  readonly lines: readonly string[];
  readonly former?: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <p data-former={former || undefined}>
      <b>{mark}</b> {lines.join('; ')}
    </p>
  );
}

function people(news: PackNews, text: Catalogue, language: Language) {
  const words = text.rules;
  const said = (row: WhoRow | null) =>
    row === null
      ? []
      : row.cells.map((cell, column) => `${words.whoColumn[column] ?? ''}: ${whoSays(cell, column, text)}`);
  return news.who.flatMap(({ before, after }) => {
    const row = after ?? before;
    if (row === null) return [];
    const title = inLanguage(row.title, language);
    return line(
      title,
      title,
      <>
        <Said mark={before === null ? words.added : words.now} lines={said(after)} />
        <Said mark={after === null ? words.removed : words.before} lines={said(before)} former />
      </>,
    );
  });
}

function places(news: PackNews, text: Catalogue, language: Language) {
  const words = text.rules;
  return news.places.map(({ procedures, kinds, residence, onlyDeployed, now }, index) => {
    const says = [
      kinds.map((kind) => inLanguage(kind, language)).join(', '),
      words.place[residence],
      ...(onlyDeployed ? [words.place.onlyDeployed] : []),
    ].join('; ');
    return line(
      String(index),
      procedures.map((procedure) => text.common.procedureShort[procedure]).join(', '),
      <Said mark={now ? words.now : words.removed} lines={[says]} former={!now} />,
    );
  });
}

function told(news: PackNews, text: Catalogue, language: Language) {
  const words = text.rules;
  return news.told.map(({ words: sentence, to, now, source }, index) => {
    const people = to.map((title) => inLanguage(title, language)).join('; ');
    return line(
      String(index),
      now ? words.now : words.removed,
      <>
        <p>{inLanguage(sentence, language)}</p>
        <p>{now ? words.newsToldNow(people) : words.newsToldNoMore(people)}</p>
      </>,
      source,
    );
  });
}
