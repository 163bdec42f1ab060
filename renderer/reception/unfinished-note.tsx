import { paperName } from '#shared/text/paper-name.ts';
import { formatDay } from '#shared/text/format.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Match } from './known-person.ts';
import styles from './reception.module.css';

/** A second visit: what was missing the first time, and one key to go on from there. */
export function UnfinishedNote({ match, onGoOn }: { readonly match: Match; readonly onGoOn: () => void }) {
  const text = useText();
  const language = useLanguage();
  const words = text.reception.unfinished;
  const earlier = match.person.unfinished;
  if (earlier === null) return null;
  const names = earlier.missing.map((paper) => paperName(paper, text));
  return (
    <div>
      <Note
        tone="plain"
        announce
        className={styles['note']}
        title={words.title(
          formatDay(earlier.businessDay, language),
          text.common.procedure[earlier.procedure],
        )}
        action={
          <Button keyHint="Alt+T" onClick={onGoOn}>
            {words.goOn}
          </Button>
        }
      >
        {names.length > 0 && <p className={styles['second']}>{words.missing(names.join(', '))}</p>}
      </Note>
    </div>
  );
}
