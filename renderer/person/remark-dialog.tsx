import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { isCounter, usePlace } from '#renderer/frame/place.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import { useRemark } from './remark.ts';

/** A few words about whoever holds a ticket, for everybody who works with it. */
export function RemarkDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.person.remark;
  const wish = useRemark((state) => state.wish);
  const place = usePlace((state) => state.place);
  const [remark, setRemark] = useState(wish?.remark ?? '');
  const save = useDeskCommand('ticket.set-remark');
  if (wish === null) return null;
  const { id: ticketId, number } = wish;
  const submit = async () => {
    const counter = isCounter(place) ? { counterId: place.counterId } : {};
    const reply = await save.run({ ticketId, remark, ...counter });
    if (!reply.ok) return;
    sayInBar(remark.trim() === '' ? words.removed(number) : words.saved(number));
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      closeLabel={text.common.close}
      title={words.title(number)}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" keyHint="Enter" isPending={save.isPending} onClick={() => void submit()}>
            {text.person.save}
          </Button>
        </>
      }
    >
      <TextField
        label={words.label}
        hint={words.hint}
        value={remark}
        onType={setRemark}
        maxLength={200}
        data-autofocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
        }}
      />
      <ProblemNote problem={save.problem} />
    </Dialog>
  );
}
