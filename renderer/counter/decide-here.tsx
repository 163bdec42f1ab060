import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { problemText } from '#shared/text/problem-text.ts';

type DecideHereProps = { readonly requestId: string; readonly counterId: string };

/** An officer decides that a request is done here although the verdict sends it elsewhere: the reason is the decision. */
export function DecideHere({ requestId, counterId }: DecideHereProps) {
  const text = useText();
  const decide = useDeskCommand('request.decide');
  return (
    <TextField
      size="small"
      label={text.counter.decideHere}
      placeholder={text.counter.reasonHint}
      value=""
      maxLength={200}
      error={decide.problem && problemText(decide.problem, text)}
      onCommit={(reason) => {
        if (reason.trim() !== '') void decide.run({ requestId, reason: reason.trim(), counterId });
      }}
    />
  );
}
