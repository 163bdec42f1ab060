import { useLevelWords } from '../client/words.ts';
import styles from './weekday-choice.module.css';

/** Monday to Friday. */
export const USUAL_DAYS: readonly number[] = [1, 2, 3, 4, 5];

type WeekdayChoiceProps = {
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
};

/** On which days of the week an office works, and so has to send. */
export function WeekdayChoice({ value, onChange }: WeekdayChoiceProps) {
  const words = useLevelWords().levelOffices.register;
  return (
    <fieldset className={styles['days']}>
      <legend>{words.weekdays}</legend>
      {words.weekday.map((name, index) => {
        const day = index + 1;
        return (
          <label key={name}>
            <input
              type="checkbox"
              checked={value.includes(day)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, day].toSorted((a, b) => a - b)
                    : value.filter((one) => one !== day),
                )
              }
            />
            <span>{name}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
