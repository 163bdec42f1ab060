import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { typedForm } from '#renderer/ui/typed-date.ts';
import type { Roster } from '#shared/contract/roster.ts';
import { useState } from 'react';
import { AgencyFields, dueOf, type AgencyDraft } from './agency-fields.tsx';
import styles from './roster.module.css';

type AgencyDialogProps = {
  /** Without one a new agency. */
  readonly roster?: Roster;
  readonly onClose: (rosterId?: string) => void;
};

export function AgencyDialog({ roster, onClose }: AgencyDialogProps) {
  const text = useText();
  const words = text.roster.agency;
  const save = useDeskCommand('roster.save');
  const end = useDeskCommand('roster.end');
  const [isTried, setTried] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const [draft, setDraft] = useState<AgencyDraft>({
    name: roster?.name ?? '',
    contact: roster?.contact ?? '',
    phone: roster?.phone ?? '',
    due: roster === undefined || roster.dueOn === null ? '' : typedForm(roster.dueOn),
    level: roster?.level ?? 'level-2',
  });
  const keep = async () => {
    setTried(true);
    const dueOn = dueOf(draft);
    if (draft.name.trim() === '' || dueOn === undefined) return;
    const { name, contact, phone, level } = draft;
    const reply = await save.run({
      ...(roster && { rosterId: roster.rosterId }),
      name,
      contact,
      phone,
      level,
      dueOn,
    });
    if (!reply.ok) return;
    sayInBar(text.roster.saved);
    onClose(reply.value.rosterId);
  };
  const finish = async (rosterId: string) => {
    const reply = await end.run({ rosterId });
    if (reply.ok) onClose();
  };
  const problem = save.problem ?? end.problem;
  return (
    <Dialog
      opened
      onClose={() => onClose()}
      title={roster === undefined ? words.titleNew : words.titleEdit}
      closeLabel={text.common.close}
      width={560}
      footer={
        <>
          {roster === undefined || isEnding ? null : (
            <Button variant="quiet" onClick={() => setEnding(true)}>
              {words.end}
            </Button>
          )}
          <Button variant="primary" isPending={save.isPending} onClick={() => void keep()}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <AgencyFields draft={draft} onChange={setDraft} isTried={isTried} />
        {/* Enter in a field saves, as in every form. */}
        <button type="submit" hidden aria-label={words.save} />
      </form>
      {isEnding && roster !== undefined && (
        <Note
          tone="warn"
          announce
          action={
            <Button size="small" isPending={end.isPending} onClick={() => void finish(roster.rosterId)}>
              {words.endSure}
            </Button>
          }
        >
          {words.endHint}
        </Note>
      )}
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
