import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Slip } from '#shared/domain/slip/slip.ts';
import styles from './slip-column.module.css';

/** Language and size of print for the slips of this ticket; the office decides where nobody chose. */
export function SlipChoice({ ticketId, slip }: { readonly ticketId: string; readonly slip: Slip }) {
  const words = useText().slipSettings.choice;
  const choose = useDeskCommand('slip.choose');
  return (
    <div className={styles['choice']} role="group" aria-label={words.title}>
      <Segmented
        label={words.language}
        value={slip.language}
        options={[...LANGUAGE_CHOICES, { value: 'both', label: words.both }]}
        onChange={(language) => void choose.run({ ticketId, language })}
      />
      <label className={styles['large']}>
        <input
          type="checkbox"
          checked={slip.large}
          onChange={(event) => void choose.run({ ticketId, large: event.currentTarget.checked })}
        />
        {words.large}
      </label>
    </div>
  );
}
