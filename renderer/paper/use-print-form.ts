import { useText } from '#renderer/desk/language.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { FormWish } from './print-job.ts';
import { troubleText } from './print-text.ts';
import { sayInBar } from '../frame/screen-keys.tsx';
import { usePrint } from './use-print.ts';

/** Prints a sheet without a ticket and says in the bar what became of it. */
export function usePrintForm(): (wish: FormWish) => void {
  const text = useText();
  const print = usePrint();
  return (wish) => {
    void print.form(wish).then((result) => {
      switch (result.kind) {
        case 'sent':
          return sayInBar(text.printing.job.sent);
        case 'printing-off':
          return sayInBar(text.printing.job.off);
        case 'failed':
          return sayInBar(troubleText(result.job, text));
        case 'refused':
          return sayInBar(problemText(result.problem, text));
      }
    });
  };
}
