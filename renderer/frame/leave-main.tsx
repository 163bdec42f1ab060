import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useState } from 'react';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** The way of a joined PC to forget its main PC, which need not be there for it. */
export function LeaveMain() {
  const text = useText();
  const words = text.frame.mainPc;
  const { start, askAgain } = useDeskStart();
  const leaving = useDeskCommand('join.leave');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const leave = () =>
    void leaving.run({}).then((reply) => {
      if (!reply.ok) return;
      close();
      // A window that follows a desk hears by itself that it is another one.
      if (start.state === 'refused') askAgain();
    });
  return (
    <>
      <Button data-needs-no-desk onClick={() => setAsking(true)}>
        {words.leave}
      </Button>
      <Dialog
        opened={isAsking}
        onClose={close}
        title={words.leaveTitle}
        closeLabel={words.stay}
        footer={
          <>
            <Button variant="quiet" onClick={close}>
              {words.stay}
            </Button>
            <Button
              variant="primary"
              data-needs-no-desk
              isPending={leaving.isPending}
              data-autofocus
              onClick={leave}
            >
              {words.leave}
            </Button>
          </>
        }
      >
        <p>{words.leaveSays}</p>
        <ProblemNote problem={leaving.problem} />
      </Dialog>
    </>
  );
}
