import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { paperName } from '#shared/text/paper-name.ts';
import styles from './have-ready.module.css';

/** Between two calls: which papers those who wait for this counter come with, by what they came for. */
export function HaveReady({ counterId }: { readonly counterId: string }) {
  const text = useText();
  const lines = useDeskQuery('queue.papers', { counterId }).value ?? [];
  if (lines.length === 0) return null;
  return (
    <section className={styles['ready']} aria-label={text.counter.haveReady}>
      <h3 className={styles['title']}>{text.counter.haveReady}</h3>
      <dl className={styles['lines']}>
        {lines.map(({ procedure, count, papers }) => (
          <div key={procedure}>
            <dt>
              {text.common.procedureShort[procedure]} <NumberText>{count}</NumberText>
            </dt>
            <dd>
              {papers.map((paper) => (
                <Chip key={paper} size="small">
                  {paperName(paper, text)}
                </Chip>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
