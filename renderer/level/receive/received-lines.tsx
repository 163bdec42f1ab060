import { useLanguage, useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LedgerLine, Received } from '#shared/contract/level-shapes.ts';
import { shortOfficeName } from '#shared/domain/office/short-name.ts';
import type { ReceiveStatus } from '#shared/domain/level/words.ts';
import { formatNumber, formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconEqual,
  IconFileX,
  IconHistory,
  IconKey,
  IconPencil,
  IconShieldX,
  IconBuildings,
  IconCloudOff,
} from '@tabler/icons-react';
import { useLevelWords } from '../client/words.ts';
import type { Line } from './receiving.ts';
import { statusWords, toneOf, whoseFile } from './received-words.ts';
import styles from './receive.module.css';

const ICONS: Readonly<Record<ReceiveStatus, typeof IconKey>> = {
  new: IconCircleCheck,
  already: IconEqual,
  replaced: IconPencil,
  older: IconHistory,
  conflict: IconAlertTriangle,
  forged: IconShieldX,
  'unknown-office': IconBuildings,
  'unknown-key': IconKey,
  unreadable: IconFileX,
};

export function StatusIcon({
  status,
  size = 16,
}: {
  readonly status: ReceiveStatus;
  readonly size?: number;
}) {
  const Icon = ICONS[status];
  return (
    <span className={join(styles['icon'], styles[toneOf(status)])}>
      <Icon size={size} stroke={1.75} aria-hidden="true" />
    </span>
  );
}

/** So many of the newest stand here; whoever dropped thousands wants the troubles, which stand first. */
const SHOWN = 120;

/** The files that were dropped last, troubles first. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const text = useText();
  const words = useLevelWords().levelReceive;
  const language = useLanguage();
  if (lines.length === 0) return null;
  const weight = (line: Line): number =>
    line.state === 'failed'
      ? 0
      : toneOf(line.received.status) === 'plain'
        ? 2
        : toneOf(line.received.status) === 'good'
          ? 1
          : 0;
  const ordered = lines.toSorted((a, b) => weight(a) - weight(b));
  return (
    <ul className={styles['lines']}>
      {ordered.slice(0, SHOWN).map((line) =>
        line.state === 'done' ? (
          <ReceivedLine key={line.id} received={line.received} fileName={line.fileName} />
        ) : (
          <li key={line.id} className={styles['line']} title={problemText(line.problem, text)}>
            <span className={join(styles['icon'], styles['bad'])}>
              <IconCloudOff size={16} stroke={1.75} aria-hidden="true" />
            </span>
            <span className={styles['who']}>{line.fileName}</span>
            <span className={join(styles['said'], styles['bad'])}>{words.notSent}</span>
          </li>
        ),
      )}
      {lines.length > SHOWN ? (
        <li className={styles['moreLines']}>{words.more(formatNumber(lines.length - SHOWN, language))}</li>
      ) : null}
    </ul>
  );
}

/** Lines of the book of what was received. */
export function LedgerLines({ lines }: { readonly lines: readonly LedgerLine[] }) {
  const words = useLevelWords().levelReceive;
  return (
    <ul className={styles['lines']}>
      {lines.map((line) => (
        <ReceivedLine
          key={line.seq}
          received={line}
          fileName={line.fileName}
          at={line.at}
          by={`${words.route[line.route]}, ${line.by}`}
        />
      ))}
    </ul>
  );
}

function ReceivedLine({
  received,
  fileName,
  at,
  by,
}: {
  readonly received: Received;
  readonly fileName: string;
  readonly at?: string;
  /** How it came, and who handed it in. */
  readonly by?: string;
}) {
  const words = useLevelWords().levelReceive;
  const language = useLanguage();
  const who = shortOfficeName(whoseFile(received, fileName, language));
  const said = statusWords(received, words);
  const tone = toneOf(received.status);
  const why = [
    received.reason === undefined ? fileName : `${fileName}: ${words.reason[received.reason]}`,
    ...(by === undefined ? [] : [by]),
  ].join('\n');
  return (
    <li className={styles['line']} title={why}>
      <StatusIcon status={received.status} />
      <span className={styles['who']}>{who}</span>
      <span className={join(styles['said'], styles[tone])}>
        {said}
        {at === undefined ? null : <NumberText className={styles['time']}>{formatTime(at)}</NumberText>}
      </span>
    </li>
  );
}
