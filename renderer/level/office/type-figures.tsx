import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import {
  LEVEL_FIGURES,
  NO_FIGURES,
  type LevelFigure,
  type LevelFigures,
} from '#shared/domain/level/figures.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { readCount } from '../client/typed-count.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './office.module.css';

type TypeFiguresProps = {
  readonly office: LevelOffice;
  readonly businessDay: string;
  readonly before: LevelFigures | null;
  readonly title: string;
  readonly onClose: () => void;
};

/** The figures of a day as an office tells them: for one that has not the program. */
export function TypeFigures({ office, businessDay, before, title, onClose }: TypeFiguresProps) {
  const text = useText();
  const { level, levelOffice } = useLevelWords();
  const words = levelOffice.typing;
  const { run, isPending, problem } = useLevelCommand('figures.enter');
  const [draft, setDraft] = useState<Readonly<Record<LevelFigure, string>>>(
    () =>
      Object.fromEntries(
        LEVEL_FIGURES.map((figure) => [figure, before === null ? '' : String(before[figure])]),
      ) as Record<LevelFigure, string>,
  );
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const read = (figure: LevelFigure) => (draft[figure].trim() === '' ? 0 : readCount(draft[figure]));
  const isRight = LEVEL_FIGURES.every((figure) => read(figure) !== null);
  const save = async () => {
    setTried(true);
    if (!isRight) return;
    const figures = { ...NO_FIGURES };
    for (const figure of LEVEL_FIGURES) figures[figure] = read(figure) ?? 0;
    const reply = await run({ officeCode: office.code, businessDay, figures, reason });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width={640}
      closeLabel={text.common.close}
      footer={
        <Button variant="primary" size="big" isPending={isPending} onClick={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <div className={styles['dialog']}>
        <p className={styles['says']}>{words.lead}</p>
        <div className={styles['three']}>
          {LEVEL_FIGURES.map((figure, index) => (
            <TextField
              key={figure}
              label={level.figure[figure]}
              value={draft[figure]}
              maxLength={11}
              inputMode="numeric"
              figures
              data-autofocus={index === 0 ? true : undefined}
              error={isTried && read(figure) === null ? words.notANumber : undefined}
              onType={(value) => setDraft((old) => ({ ...old, [figure]: value }))}
            />
          ))}
        </div>
        <TextField
          label={words.reason}
          value={reason}
          maxLength={300}
          hint={words.reasonHint}
          onType={setReason}
        />
        {problem === undefined ? null : (
          <Note tone="bad" announce>
            {problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
