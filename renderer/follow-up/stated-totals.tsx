import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import type { StatedTotals as Stated } from '#shared/contract/follow-up.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';

/** What a file states of the whole unit: looked at, its day put right, and only then kept. */
export function StatedTotals({ stated }: { readonly stated: Stated }) {
  const text = useText();
  const words = text.followUp;
  const language = useLanguage();
  const { run, state, problem } = useSaving('unit.set-totals');
  const [typed, setTyped] = useState(typedForm(stated.day ?? ''));
  const [keptOn, setKeptOn] = useState<string | null>(null);
  const day = readDay(typed);
  const keep = async () => {
    if (day === null) return;
    const reply = await run({ day, rows: stated.rows });
    if (reply.ok) setKeptOn(day);
  };
  const lines = stated.rows.map(({ level, issued, activated }) =>
    words.unitLine(
      text.account.level[level],
      formatNumber(issued, language),
      formatNumber(activated, language),
    ),
  );
  if (keptOn !== null)
    return (
      <Note tone="good" announce>
        {words.unitKept(formatDay(keptOn, language))}
      </Note>
    );
  return (
    <Note
      title={words.unitStated}
      action={
        <Button
          isPending={state === 'saving'}
          disabledReason={day === null ? words.unitNoDay : undefined}
          onClick={() => void keep()}
        >
          {words.keepUnit}
        </Button>
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <TextField
        label={text.campaign.unitDay}
        value={typed}
        figures
        hint={stated.day === null ? words.unitNoDay : undefined}
        error={problem === undefined ? undefined : problemText(problem, text)}
        onType={setTyped}
      />
    </Note>
  );
}
