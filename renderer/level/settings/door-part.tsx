import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Fingerprint } from '../frame/fingerprint.tsx';
import { Part } from './part.tsx';
import styles from './settings.module.css';

/** It opens and shuts by itself, a moment after what it follows. */
const LOOK_MS = 3_000;

/** How other PCs come in, or why they do not. */
export function DoorPart() {
  const words = useLevelWords().levelSignIn.door;
  const door = useLevelQuery('level.door', {}, { everyMs: LOOK_MS }).value;
  if (door === undefined) return null;
  if (door === null || !door.open)
    return (
      <Part title={words.title}>
        {door?.trouble === true ? (
          <Note tone="warn">{words.trouble(`${door.address}:${door.port}`)}</Note>
        ) : (
          <p className={styles['hint']}>{door === null ? words.none : words.pins}</p>
        )}
      </Part>
    );
  const address = `https://${door.address}:${door.port}/`;
  return (
    <Part title={words.title}>
      <p className={styles['hint']}>{words.open}</p>
      <p className={styles['address']}>
        <NumberText>{address}</NumberText>
        <CopyButton value={address} label={words.copy} done={words.copied} />
      </p>
      <p className={styles['hint']}>{words.how}</p>
      <Fingerprint keyId={door.fingerprint} label={words.fingerprint} />
      <p className={styles['hint']}>{words.words(door.words.join(' '))}</p>
    </Part>
  );
}
