import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type FormEvent } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { DeskAgain } from './desk-again.tsx';
import styles from './set-up.module.css';

const FIELDS = ['name', 'code', 'receivingLevel'] as const;
type Field = (typeof FIELDS)[number];
const MOST: Readonly<Record<Field, number>> = { name: 200, code: 40, receivingLevel: 200 };

/** The first minute of a level: who it is, and what comes next. */
export function SetUpScreen() {
  const text = useText();
  const { setUp: words } = useLevelWords().level;
  const { run, isPending, problem } = useLevelCommand('level.set-up');
  const [draft, setDraft] = useState<Readonly<Record<Field, string>>>({
    name: '',
    code: '',
    receivingLevel: '',
  });
  const [isTried, setTried] = useState(false);
  const lacks = FIELDS.filter((field) => draft[field].trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lacks.length === 0) void run(draft);
    else document.querySelector<HTMLInputElement>(`[name="${lacks[0]}"]`)?.focus();
  };
  const labels = {
    name: { label: words.name, hint: words.nameHint },
    code: { label: words.code, hint: words.codeHint },
    receivingLevel: { label: words.receivingLevel, hint: words.receivingLevelHint },
  };
  return (
    <div className={styles['page']}>
      <div className={styles['columns']}>
        <section>
          <h2>{words.title}</h2>
          <p>{words.lead}</p>
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <DeskAgain />
        </section>
        <form className={styles['form']} onSubmit={submit} noValidate>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              name={field}
              {...labels[field]}
              mark={text.common.required}
              required
              value={draft[field]}
              maxLength={MOST[field]}
              autoFocus={field === 'name'}
              error={isTried && lacks.includes(field) ? words.needed : undefined}
              onType={(value) => setDraft((before) => ({ ...before, [field]: value }))}
            />
          ))}
          {problem === undefined ? null : (
            <Note tone="bad" announce>
              {problem.code === 'not-allowed' ? words.clerk : problemText(problem, text)}
            </Note>
          )}
          <Button type="submit" variant="primary" size="big" isPending={isPending}>
            {words.save}
          </Button>
        </form>
      </div>
    </div>
  );
}
