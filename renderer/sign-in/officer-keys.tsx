import { useEffect, useRef } from 'react';
import { Keycap } from '#renderer/ui/keycap.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { OfficerPlace } from '#shared/contract/officer.ts';
import { formatTime } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { useSigningPlace, useSigningText } from './signing-place.ts';
import { ownLetter } from './officer-letter.ts';
import styles from './sign-in.module.css';

type OfficerKeysProps = {
  readonly officers: Output<'officer.list'>;
  readonly places: readonly OfficerPlace[];
  readonly chosenId: string | null;
  readonly onChoose: (officerId: string) => void;
};

/** The officers with the keys that choose them. */
export function OfficerKeys({ officers, places, chosenId, onChoose }: OfficerKeysProps) {
  const words = useSigningText().signIn;
  const list = useRef<HTMLUListElement>(null);
  const hasPlaces = useSigningPlace() === null;
  const isFirst = chosenId === null;
  // Keys are heard where the focus is: a browser takes it away with what was clicked or removed.
  useEffect(() => {
    if (isFirst) list.current?.querySelector('button')?.focus();
    else list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [isFirst, chosenId, officers.length]);
  return (
    <ul ref={list} className={styles['officers']}>
      {officers.map(({ id, name }, place) => (
        <li key={id}>
          <button
            type="button"
            className={styles['officer']}
            aria-current={id === chosenId}
            aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
            onClick={() => onChoose(id)}
          >
            {place < 9 && <Keycap>{place + 1}</Keycap>}
            {ownLetter(name) !== '' && <Keycap>{ownLetter(name)}</Keycap>}
            <span className={styles['name']}>{name || words.unnamed}</span>
            {hasPlaces && (
              <span className={styles['place']}>
                {placeWords(
                  places.find(({ officerId }) => officerId === id),
                  words,
                )}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where an officer is, in a few words. */
function placeWords(found: OfficerPlace | undefined, words: Catalogue['signIn']): string {
  if (found === undefined) return words.isNowhere;
  const { number, place, here, rests } = found;
  if (number !== null) return here || place === null ? words.holdsHere(number) : words.holds(number, place);
  if (rests !== null && place !== null)
    return words.rests(place, rests.until === null ? null : formatTime(rests.until));
  if (here) return words.isHere;
  return place === null ? words.isElsewhere : words.isAt(place);
}
