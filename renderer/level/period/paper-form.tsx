import { useText } from '#renderer/desk/language.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelPaper } from '#shared/contract/level-shapes.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand, useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './period.module.css';

const ABOVE = ['superior', 'phone', 'receiverPhone'] as const;
const LENGTH = { superior: 120, phone: 40, receiverPhone: 40 };
const LINES = ['placeName', 'symbol', 'sendTo', 'signerTitle', 'signerName'] as const;
const LINE_LENGTH = { placeName: 60, symbol: 40, sendTo: 200, signerTitle: 80, signerName: 80 };
const MOST_RECIPIENTS = 8;
const RECIPIENT_LENGTH = 120;

/** Head and foot of the level's reports, in the words of a desk's. */
export function PaperForm({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { levelPeriod } = useLevelWords();
  const kept = useLevelQuery('level.paper', {}).value;
  // It opens with its fields there, for the focus goes to the first.
  if (kept === undefined) return null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={levelPeriod.paper.title}
      width={640}
      closeLabel={text.common.close}
    >
      <Fields kept={kept} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ kept, onClose }: { readonly kept: LevelPaper; readonly onClose: () => void }) {
  const text = useText();
  const { levelPeriod, levelOffice } = useLevelWords();
  const words = levelPeriod.paper;
  const { office, report: labels } = text.settings;
  const own = useLevelQuery('level.state', {}).value?.own;
  const { run, isPending, problem } = useLevelCommand('level.set-paper');
  const [draft, setDraft] = useState(kept);
  const [recipients, setRecipients] = useState(kept.report.recipients.join('\n'));
  const lines = recipients
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isTooMuch = lines.length > MOST_RECIPIENTS || lines.some((line) => line.length > RECIPIENT_LENGTH);
  const hints = {
    placeName: labels.placeNameHint,
    symbol: labels.symbolHint,
    sendTo: labels.sendToHint(own?.receivingLevel ?? ''),
    signerTitle: labels.signerTitleHint(text.reportSheet.signer(own?.name ?? '')),
    signerName: labels.signerNameHint,
  };
  const save = async () => {
    if (isTooMuch) return;
    const reply = await run({ ...draft, report: { ...draft.report, recipients: lines } });
    if (!reply.ok) return;
    sayInBar(words.saved);
    onClose();
  };
  return (
    <form
      className={styles['paper']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{words.hint}</p>
      {ABOVE.map((field) => (
        <TextField
          key={field}
          label={office[field]}
          value={draft[field]}
          maxLength={LENGTH[field]}
          data-autofocus={field === 'superior' ? true : undefined}
          onType={(value) => setDraft((before) => ({ ...before, [field]: value }))}
        />
      ))}
      {LINES.map((field) => (
        <TextField
          key={field}
          label={labels[field]}
          hint={hints[field]}
          value={draft.report[field]}
          maxLength={LINE_LENGTH[field]}
          onType={(value) =>
            setDraft((before) => ({ ...before, report: { ...before.report, [field]: value } }))
          }
        />
      ))}
      <TextArea
        label={labels.recipients}
        hint={words.recipientsHint}
        rows={3}
        value={recipients}
        error={isTooMuch ? words.tooMuch : undefined}
        onType={setRecipients}
        onCommit={setRecipients}
      />
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
        </Note>
      )}
      <Button type="submit" variant="primary" isPending={isPending}>
        {text.common.save}
      </Button>
    </form>
  );
}
