import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Erasure } from '#shared/contract/data.ts';
import type { Person } from '#shared/contract/ticket.ts';
import { ERASE_REASONS, type EraseReason } from '#shared/domain/person/keeping.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPrinter, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './person-data.module.css';

type PersonDataProps = { readonly person: Pick<Person, 'id' | 'fullName'>; readonly onErased: () => void };

/** What a person may ask of their data: the sheet of all that is kept, and to be erased. */
export function PersonData({ person, onErased }: PersonDataProps) {
  const text = useText();
  const words = text.person.sheets;
  const desk = useDesk();
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [isErasing, setErasing] = useState(false);
  const print = async () => {
    const [office, kept] = await Promise.all([
      desk.call('office.show', {}),
      desk.call('person.kept', { personId: person.id }),
    ]);
    const refused = office.ok ? (kept.ok ? null : kept.problem) : office.problem;
    setProblem(refused === null ? null : problemText(refused, text));
    if (!office.ok || office.value === null || !kept.ok) return;
    const { printKept } = await import('./person-sheets.tsx');
    const isSent = await printKept({ office: office.value, kept: kept.value, language });
    sayInBar(isSent ? words.printed : words.notPrinted);
  };
  return (
    <>
      <div className={styles['actions']}>
        <Button size="small" icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => void print()}>
          {words.printKept}
        </Button>
        <Button
          size="small"
          icon={<IconUserX size={16} aria-hidden="true" />}
          onClick={() => setErasing(true)}
        >
          {words.erase}
        </Button>
      </div>
      {problem === null ? null : (
        <Note tone="bad" announce>
          {problem}
        </Note>
      )}
      {isErasing && <ErasePerson person={person} onClose={() => setErasing(false)} onErased={onErased} />}
    </>
  );
}

/** Erases for good, after a reason; then the slip of confirmation can be printed. */
function ErasePerson({ person, onClose, onErased }: PersonDataProps & { readonly onClose: () => void }) {
  const text = useText();
  const words = text.person.sheets;
  const erase = useDeskCommand('person.erase');
  const [reason, setReason] = useState<EraseReason | null>(null);
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const run = async () => {
    if (reason === null) return;
    const reply = await erase.run({ personId: person.id, reason });
    if (reply.ok) setErasure(reply.value);
  };
  return (
    <Dialog
      opened
      onClose={erasure === null ? onClose : onErased}
      title={words.erase}
      width={520}
      closeLabel={text.common.close}
      footer={
        erasure === null ? (
          <Button
            variant="primary"
            size="big"
            isPending={erase.isPending}
            disabledReason={reason === null ? words.reasonFirst : undefined}
            onClick={() => void run()}
          >
            {words.eraseYes}
          </Button>
        ) : (
          <PrintSlip erasure={erasure} />
        )
      }
    >
      <div className={styles['body']}>
        {erasure === null ? (
          <>
            <Note tone="warn">{words.eraseSays(person.fullName)}</Note>
            <SelectField
              label={`${words.reason} (${text.common.required})`}
              options={ERASE_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
              value={reason}
              placeholder={words.chooseReason}
              onChange={setReason}
              data-autofocus
            />
          </>
        ) : (
          <Note tone="good" announce>
            {words.erased}
          </Note>
        )}
        <ProblemNote problem={erase.problem} />
      </div>
    </Dialog>
  );
}

function PrintSlip({ erasure }: { readonly erasure: Erasure }) {
  const words = useText().person.sheets;
  const desk = useDesk();
  const language = useLanguage();
  const print = async () => {
    const office = await desk.call('office.show', {});
    if (!office.ok || office.value === null) return sayInBar(words.notPrinted);
    const { printErasure } = await import('./person-sheets.tsx');
    const isSent = await printErasure(office.value, erasure, language);
    sayInBar(isSent ? words.printed : words.notPrinted);
  };
  return (
    <Button
      variant="primary"
      size="big"
      icon={<IconPrinter size={18} aria-hidden="true" />}
      onClick={() => void print()}
    >
      {words.printSlip}
    </Button>
  );
}
