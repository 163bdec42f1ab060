import { useText } from '#renderer/desk/language.ts';
import { Certainty } from '#renderer/ui/certainty.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import type { Language } from '#shared/domain/language.ts';
import { certaintyOf } from '#shared/text/rule-text.ts';
import type { Material } from '../paper/handout/draw-handout.tsx';
import { FILLED, handoutFacts, sourcesOf } from '../paper/handout/facts.ts';
import styles from './handouts-screen.module.css';
import type { HandoutId } from '../paper/handout/sheets.ts';

type FactListProps = { readonly sheet: HandoutId; readonly material: Material; readonly language: Language };

/** What the sheet takes from the rule pack, each with its source and how sure it is, so that doubts are seen before printing. */
export function FactList({ sheet, material, language }: FactListProps) {
  const text = useText();
  const words = text.handout;
  const { words: facts } = handoutFacts(material.office, material.pack, material.papers, language);
  return (
    <section className={styles['facts']} aria-label={words.facts}>
      <SectionHead title={words.facts} />
      <ul>
        {sourcesOf(sheet).map(({ name, path }) => {
          const value = material.pack.values.find((one) => one.path === path);
          const filled = FILLED.find((one) => one === name);
          const ownHotline = name === 'hotline' && material.office.settings.hotline !== '';
          return (
            <li key={name}>
              <span className={styles['fact']}>
                <b>{words.factName[name]}</b>
                {filled === undefined ? null : <span>{facts[filled]}</span>}
              </span>
              {ownHotline ? (
                <span className={styles['hint']}>{words.byOffice}</span>
              ) : value === undefined ? (
                <span className={styles['hint']}>{words.missing}</span>
              ) : (
                <span className={styles['hint']}>
                  <Certainty {...certaintyOf(value, text)} /> {value.source}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles['hint']}>{words.factsHint}</p>
    </section>
  );
}
