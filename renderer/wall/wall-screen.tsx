import type { QueueWall } from '#shared/contract/ticket.ts';
import type { Language } from '#shared/domain/language.ts';
import { isTv } from '#renderer/desk/address.ts';
import { useDesk, useDeskStart } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useHeardAgain, useLive } from '#renderer/desk/live.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { capitalised, formatDay, formatLongDay, formatTime } from '#shared/text/format.ts';
import { useEffect, useState } from 'react';
import { AtCounters, columnsOf } from './at-counters.tsx';
import { BigCall } from './called-numbers.tsx';
import { GetReady } from './get-ready.tsx';
import { useWall } from './use-wall.ts';
import { SoundProblem, SoundSign } from './wall-sound.tsx';
import { WallCode } from './wall-code.tsx';
import { waitingCells, WaitingCounts } from './waiting-counts.tsx';
import styles from './wall.module.css';

/** The screen of the waiting room: numbers and counters, never a name. Nothing on it can be operated. */
export function WallScreen() {
  const { start } = useDeskStart();
  const isShutOut = start.state === 'refused' && start.problem.code === 'sender-refused';
  const [wasIn, setWasIn] = useState(false);
  useEffect(() => {
    if (start.state === 'open') setWasIn(true);
  }, [start.state]);
  useNewProgram();
  return isShutOut ? <WallCode wasIn={wasIn} /> : <Wall />;
}

/** Nobody touches a wall: once the desk is heard again from a program of another version, the page loads itself anew from there. */
function useNewProgram(): void {
  const client = useDesk();
  const { start } = useDeskStart();
  const version = start.state === 'open' ? start.health.version : undefined;
  useHeardAgain(() => {
    if (version === undefined) return;
    void client.call('system.health', {}).then((reply) => {
      if (reply.ok && reply.value.version !== version) location.reload();
    });
  });
}

function Wall() {
  const text = useText();
  const language = useLanguage();
  const { wall, calls, lostSince, connecting, voice } = useWall();
  const now = new Date(useNow(1000)).toISOString();
  const lost = lostSince !== null;
  const day = wall?.businessDay ?? null;
  const isTvShut = useLive(({ lastEvent }) => lastEvent?.name === 'tv.closed') && isTv();
  const { tv } = text.wall;

  return (
    <div className={`${styles.wall} ${lost ? styles.lost : ''}`} data-training={wall?.training || undefined}>
      <header>
        {wall?.training ? <p className={styles.training}>{text.wall.training}</p> : null}
        <div className={styles.top}>
          <h1 className={styles.office}>{wall?.office ?? text.wall.title}</h1>
          {(wall === undefined || connecting) && !lost ? null : (
            <p className={styles.beat} role="status">
              <i aria-hidden="true" />
              {lost ? text.wall.lost : text.wall.live}
            </p>
          )}
          <SoundSign voice={voice} />
          <p className={styles.date}>
            {capitalised(formatLongDay(localDay(now), language)).replace(',', '')}
          </p>
          <time className={styles.clock}>{formatTime(now)}</time>
        </div>
        <SoundProblem voice={voice} />
      </header>
      {wall === undefined ? (
        <Message
          big={connecting || !lost ? text.wall.connecting : text.wall.lost}
          small={lost ? text.wall.lostBeforeStart : ''}
        />
      ) : day === null ? (
        <Message
          big={text.wall.dayClosed}
          small={
            isTvShut && lost
              ? tv.shut
              : lost
                ? text.wall.lostSince(formatTime(lostSince))
                : text.wall.dayClosedHint
          }
        />
      ) : (
        <main
          className={styles.main}
          data-layout={lost || !isRoomy(wall) ? 'full' : 'roomy'}
          data-columns={columnsOf(wall.counters)}
        >
          <BigCall call={calls.shown} lost={lost} />
          <AtCounters counters={wall.counters} called={calls.shown?.number} now={now} lost={lost} />
          {lost ? null : <GetReady numbers={wall.next} />}
          {lost ? (
            <section className={styles.lostBand} role="alert">
              <p>{isTvShut ? tv.shut : text.wall.lostSince(since(lostSince, now, language))}</p>
            </section>
          ) : (
            <WaitingCounts counts={wall.waiting} isList={isRoomy(wall)} />
          )}
        </main>
      )}
    </div>
  );
}

/** Few counters and few kinds of work leave room for both in one column. */
function isRoomy({ counters, waiting }: Pick<QueueWall, 'counters' | 'waiting'>): boolean {
  return counters.length <= 4 && waitingCells(waiting).length <= 4;
}

/** The time alone while it is of today, with the day after midnight. */
function since(instant: string, now: string, language: Language): string {
  const day = localDay(instant);
  return day === localDay(now) ? formatTime(instant) : `${formatTime(instant)} ${formatDay(day, language)}`;
}

function Message({ big, small }: { big: string; small: string }) {
  return (
    <main className={styles.message}>
      <p className={styles.messageBig}>{big}</p>
      {small === '' ? null : <p className={styles.messageSmall}>{small}</p>}
    </main>
  );
}

/**
 * Light or dark as the address says (`#theme=dark`), otherwise as this PC, or in Electron the counter, is set, and again when
 * that changes.
 */
export function followColours(): void {
  const wish = new URLSearchParams(location.hash.replace(/^#/, '')).get('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const scheme = wish === 'dark' || wish === 'light' ? wish : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['mantineColorScheme'] = scheme;
  };
  dark.addEventListener('change', apply);
  apply();
}
