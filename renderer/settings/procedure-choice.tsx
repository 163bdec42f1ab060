import { useText } from '#renderer/desk/language.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import styles from './settings.module.css';

type ProcedureChoiceProps = {
  readonly label: string;
  readonly chosen: readonly Procedure[];
  readonly onChange: (chosen: Procedure[]) => void;
};

/** The procedures as boxes to tick, kept in their usual order. */
export function ProcedureChoice({ label, chosen, onChange }: ProcedureChoiceProps) {
  const text = useText();
  return (
    <fieldset className={styles['boxes']}>
      <legend className={styles['hiddenLabel']}>{label}</legend>
      {PROCEDURES.map((procedure) => (
        <CheckField
          key={procedure}
          label={text.common.procedure[procedure]}
          checked={chosen.includes(procedure)}
          onChange={(checked) => onChange(PROCEDURES.filter((one) => (one === procedure ? checked : chosen.includes(one))))}
        />
      ))}
    </fieldset>
  );
}
