import type { CSSProperties } from 'react';
import type { Catalogue } from '#shared/text/vi.ts';
import type { SlipRequest } from './slip-plan.ts';
import blocks from '../blocks.module.css';

type Days = NonNullable<SlipRequest['due']>['days'];

const WEEK = 7;

/** Every day from handing in to the last one, so that the date can be counted with a finger. */
export function DayStrip({ days, text }: { days: Days; text: Catalogue['slip'] }) {
  return (
    <div className={blocks.days} style={columns(days.length)}>
      {days.map((day) => (
        <span key={day.date} className={kinds[day.kind]}>
          <span>{text.weekday(day.date)}</span>
          <b>{Number(day.date.slice(8))}</b>
          <span>
            {day.kind === 'received'
              ? text.dayReceived
              : day.kind === 'off' || day.kind === 'paused'
                ? text.dayOff
                : (day.index ?? '')}
          </span>
        </span>
      ))}
    </div>
  );
}

const kinds: Record<Days[number]['kind'], string | undefined> = {
  received: undefined,
  off: blocks.off,
  paused: blocks.off,
  counted: blocks.counted,
  due: blocks.last,
};

function columns(count: number): CSSProperties {
  const property: Record<`--${string}`, number> = { '--columns': Math.min(count, WEEK) };
  return property;
}
