import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { isUsualPaper } from '#shared/domain/procedure/vocabulary.ts';
import { paperName } from '#shared/text/paper-name.ts';
import { IconId } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Section } from './section.tsx';
import styles from './reception.module.css';

/** Part 3: what to have in hand, what is required first. */
export function PapersSection({ answer }: { readonly answer: TriageAnswer | undefined }) {
  const text = useText();
  const papers = asked(answer?.papers ?? []);
  return (
    <Section number={3} title={text.reception.section.papers}>
      {answer === undefined ? (
        <p className={styles['empty']}>{text.reception.papersLater}</p>
      ) : papers.length === 0 ? (
        <p className={styles['empty']}>{text.reception.noPapers}</p>
      ) : (
        <ul className={styles['papers']}>
          {papers.map(({ paper, required }) => (
            <li key={paper}>
              {required ? (
                <Chip
                  tone="good"
                  className={styles['must']}
                  icon={<IconId size={16} stroke={1.75} aria-hidden="true" />}
                >
                  {paperName(paper, text)} <em>{text.reception.required}</em>
                </Chip>
              ) : (
                <Chip className={styles['may']}>{paperName(paper, text)}</Chip>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Papers that are required or that every desk asks about; what only a pack adds waits until somebody wishes for
 * it, and what VNeID holds is not asked for. */
function asked(papers: TriageAnswer['papers']): TriageAnswer['papers'] {
  return papers
    .filter((one) => one.asked === 'original' && (one.required || isUsualPaper(one.paper)))
    .toSorted((one, other) => Number(other.required) - Number(one.required));
}
