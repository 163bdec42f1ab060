import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './rules.module.css';
import type { Catalogue } from '#shared/text/vi.ts';
import { asBothLanguages, asLimit, withSlotNames, withSlots } from '#shared/text/rule-text.ts';

type Json = RuleValue['value'];
/** The parts of a value that a form can hold, and the way back. */
type Editable = {
  readonly first: string;
  readonly second: string | null;
  build(first: string, second: string): Json;
};

function editable(value: Json, text: Catalogue): Editable | null {
  const limit = asLimit(value);
  if (limit !== null)
    return {
      first: String(limit.value),
      second: null,
      build: (first) => ({ value: Number(first), unit: limit.unit }),
    };
  const both = asBothLanguages(value);
  if (both !== null)
    return {
      first: withSlotNames(both.vi, text),
      second: withSlotNames(both.en, text),
      build: (vi, en) => ({ vi: withSlots(vi, both.vi, text), en: withSlots(en, both.en, text) }),
    };
  if (typeof value === 'string') return { first: value, second: null, build: (first) => first };
  if (typeof value === 'number')
    return { first: String(value), second: null, build: (first) => Number(first) };
  return null;
}

/** Sets the office's own value over the pack's, with a reason, or takes it back. */
export function OverrideForm({ pack, value }: { readonly pack: ShownPack; readonly value: RuleValue }) {
  const text = useText();
  const words = text.rules;
  const parts = editable(value.value, text);
  const set = useDeskCommand('rules.override');
  const [first, setFirst] = useState(parts?.first ?? '');
  const [second, setSecond] = useState(parts?.second ?? '');
  const [why, setWhy] = useState('');
  if (parts === null) return <Note>{words.ownNot}</Note>;
  const save = (next: Json, reason: string) =>
    void set.run({ packId: pack.id, path: value.path, value: next, why: reason });
  const unchanged = first === parts.first && (parts.second === null || second === parts.second);
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!unchanged && why.trim() !== '') save(parts.build(first.trim(), second.trim()), why);
      }}
    >
      <h4>{words.own}</h4>
      <TextField label={words.newValue} value={first} onType={setFirst} />
      {parts.second !== null && <TextField label={words.newValueEn} value={second} onType={setSecond} />}
      {first.includes('[') && <p className={styles['hint']}>{words.slotHint}</p>}
      <TextField label={words.why} hint={words.whyHint} value={why} onType={setWhy} />
      <ProblemNote problem={set.problem} />
      <Button
        type="submit"
        isPending={set.isPending}
        disabledReason={
          unchanged ? words.newValue : why.trim() === '' ? `${words.why}: ${words.whyHint}` : undefined
        }
      >
        {words.save}
      </Button>
      {value.overridden !== null && (
        <Button variant="quiet" onClick={() => save(null, words.takeBack)}>
          {words.takeBack}
        </Button>
      )}
      <p className={styles['hint']}>{words.ownHint}</p>
    </form>
  );
}
