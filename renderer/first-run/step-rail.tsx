import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { IconCheck, IconId, IconRestore, IconSchool } from '@tabler/icons-react';
import { switchTraining } from '#renderer/desk/address.ts';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { faultsOf, STEPS } from './draft.ts';
import { useGuide } from './draft-store.ts';
import { OtherUses, type OtherUse } from './other-uses.tsx';
import styles from './first-run.module.css';
import end from './rail-end.module.css';

export function StepRail({
  step,
  onStep,
  onRestore,
  chosen,
  onChoose,
}: {
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly onRestore: () => void;
  /** What is shown in the place of the steps. */
  readonly chosen: OtherUse | null;
  readonly onChoose: (use: OtherUse) => void;
}) {
  const { firstRun: words, safety } = useText();
  const draft = useGuide((guide) => guide.draft);
  const language = useLanguage();
  const choose = useChooseLanguage();
  useKeys({ 'Alt+T': () => switchTraining(true) });

  const summary = [
    draft.name.trim(),
    draft.counters
      .map((counter) => counter.name.trim())
      .filter(Boolean)
      .join(', '),
    draft.printing === 'none' ? words.printing.none : words.printing.papers[draft.numberPaper],
    draft.encrypt === null ? '' : safety.choice[draft.encrypt ? 'yes' : 'no'],
    '',
  ];
  return (
    <aside className={styles['rail']}>
      <p className={styles['product']}>
        <span className={styles['mark']} aria-hidden="true">
          <IconId size={16} stroke={1.75} />
        </span>
        {words.product}
      </p>
      <p className={styles['promise']}>{words.promise}</p>
      <ol className={styles['steps']}>
        {words.steps.map((name, place) => {
          const done = place < step && faultsOf(draft, place).length === 0;
          return (
            <li key={name}>
              <button
                type="button"
                className={join(
                  styles['stop'],
                  place === step && chosen === null && styles['on'],
                  done && styles['done'],
                )}
                aria-current={place === step ? 'step' : undefined}
                aria-keyshortcuts={`Alt+${place + 1}`}
                onClick={() => onStep(place)}
              >
                <span className={styles['dot']}>
                  {done ? <IconCheck size={16} stroke={2} aria-hidden="true" /> : place + 1}
                </span>
                <span className={styles['stopName']}>{name}</span>
                <span className={styles['stopSays']}>
                  {place === step && chosen === null
                    ? words.now
                    : place < STEPS - 1 && place < step
                      ? summary[place]
                      : ''}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className={end['railEnd']}>
        <Segmented label={words.language} options={LANGUAGE_CHOICES} value={language} onChange={choose} />
        <OtherUses chosen={chosen} onChoose={onChoose} />
        <div className={end['try']}>
          <IconRestore size={20} stroke={1.75} aria-hidden="true" />
          <p>
            <span className={end['more']}>{words.restoreAsk}</span>{' '}
            <button type="button" className={end['link']} aria-keyshortcuts="Alt+K" onClick={onRestore}>
              {words.restoreLink}
            </button>{' '}
            <span className={end['more']}>{words.restoreRest}</span> <Keycap>Alt+K</Keycap>
          </p>
        </div>
        <div className={end['try']}>
          <IconSchool size={20} stroke={1.75} aria-hidden="true" />
          <p>
            <span className={end['more']}>{words.training}</span>{' '}
            <button
              type="button"
              className={end['link']}
              aria-keyshortcuts="Alt+T"
              onClick={() => switchTraining(true)}
            >
              {words.trainingLink}
            </button>{' '}
            <span className={end['more']}>{words.trainingRest}</span> <Keycap>Alt+T</Keycap>
          </p>
        </div>
      </div>
    </aside>
  );
}
