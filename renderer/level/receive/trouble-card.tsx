import { useLanguage } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { join } from '#renderer/ui/join.ts';
import { formatNumber } from '#shared/text/format.ts';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { StatusIcon } from './received-lines.tsx';
import { isTrouble, whoseFile } from './received-words.ts';
import { markSeen, useReceiving } from './receiving.ts';
import styles from './receive.module.css';

/** The first file of the latest drop that somebody has to do something about: what is wrong, and what to do. */
export function TroubleCard() {
  const { levelReceive: words } = useLevelWords();
  const language = useLanguage();
  const { lines, seen } = useReceiving();
  const openOffice = useLevelPlace((state) => state.openOffice);
  const troubles = lines.flatMap((line) =>
    line.state === 'done' && isTrouble(line.received.status) && !seen.has(line.id)
      ? [{ ...line, status: line.received.status }]
      : [],
  );
  const first = troubles.at(-1);
  const code = first?.received.office?.code;
  const offices = useLevelQuery('office.list', {}, { enabled: first !== undefined }).value;
  const office = offices?.find((one) => one.code === code);
  useScreenKeys(
    first === undefined ? [] : [{ key: 'Alt+G', label: words.seen, run: () => markSeen(first.id) }],
  );
  if (first === undefined) return null;
  const { received, fileName, status } = first;
  const trouble = words.trouble[status];
  const who = whoseFile(received, fileName, language);
  const isQuestion = status === 'conflict';
  const why =
    first.problem !== undefined
      ? words.sheetProblem[first.problem]
      : received.reason === undefined
        ? `${trouble.title}.`
        : words.reason[received.reason];
  return (
    <div className={join(styles['card'], isQuestion && styles['question'])} role="alert">
      <h3>
        <StatusIcon status={status} size={20} />
        <span>{isQuestion ? words.conflictTitle(who) : words.refusedTitle(who)}</span>
      </h3>
      <p className={styles['why']}>{why}</p>
      <p>
        {office === undefined || office.telephone === '' ? null : `${words.call(office.telephone)} `}
        {trouble.help}
      </p>
      {received.office === undefined ? null : <p>{fileName}</p>}
      <div className={styles['cardButtons']}>
        <Button size="small" keyHint="Alt+G" onClick={() => markSeen(first.id)}>
          {troubles.length > 1
            ? `${words.next} (${formatNumber(troubles.length - 1, language)})`
            : words.seen}
        </Button>
        {office === undefined ? null : (
          <Button size="small" onClick={() => openOffice(office.code)}>
            {words.openOffice}
          </Button>
        )}
      </div>
    </div>
  );
}
