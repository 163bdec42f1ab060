import { inLanguage } from '#shared/domain/language.ts';
import type { PackLine, ShownPack } from '#shared/contract/rules.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { formatDay } from '#shared/text/format.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { PackFiles } from './pack-files.tsx';
import styles from './rules.module.css';

export type RulesPage =
  | { readonly kind: 'values'; readonly procedure: Procedure | 'common' | null }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'scanner' };

type RulesNavProps = {
  readonly packs: readonly PackLine[];
  readonly pack: ShownPack;
  readonly page: RulesPage;
  readonly onPack: (id: string) => void;
  readonly onPage: (page: RulesPage) => void;
};

export function RulesNav({ packs, pack, page, onPack, onPage }: RulesNavProps) {
  const text = useText();
  const words = text.rules;
  const language = useLanguage();
  const shown = page.kind === 'values' ? page.procedure : undefined;
  const unsure = (procedure: Procedure) =>
    pack.values.filter((value) => value.certainty === 'unconfirmed' && value.procedures.includes(procedure))
      .length;
  const lasts = (line: PackLine) => {
    if (line.inForce) return words.inForce(formatDay(line.validFrom, language));
    return line.validTo === null
      ? words.future(formatDay(line.validFrom, language))
      : words.past(formatDay(line.validTo, language));
  };
  const link = (label: string, to: RulesPage, here: boolean, hint?: string) => (
    <li key={label}>
      <button
        type="button"
        className={styles['link']}
        aria-current={here || undefined}
        onClick={() => onPage(to)}
      >
        <span>{label}</span>
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </button>
    </li>
  );
  return (
    <nav className={styles['nav']} aria-label={words.packs}>
      <ColumnHead title={words.packs} />
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
              <span className={styles['hint']}>{lasts(line)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SectionHead title={words.byProcedure} />
      <ul>
        {link(words.everything, { kind: 'values', procedure: null }, shown === null)}
        {pack.procedures.map(({ procedure }) =>
          link(
            text.common.procedureShort[procedure],
            { kind: 'values', procedure },
            shown === procedure,
            unsure(procedure) > 0 ? words.unconfirmed(unsure(procedure)) : undefined,
          ),
        )}
        {link(words.commonValues, { kind: 'values', procedure: 'common' }, shown === 'common')}
      </ul>
      <SectionHead title={words.common} />
      <ul>
        {link(words.calendar, { kind: 'calendar' }, page.kind === 'calendar')}
        {link(words.scanner, { kind: 'scanner' }, page.kind === 'scanner')}
      </ul>
      <PackFiles pack={pack} />
    </nav>
  );
}
