import type { Series } from '#shared/contract/office.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';

/** The letter of the series a ticket of this procedure would come from; null when the office has none. */
export function letterFor(series: readonly Series[], procedure: Procedure): string | null {
  const fitting =
    series.find((one) => one.procedures.includes(procedure)) ??
    series.find((one) => one.procedures.length === 0) ??
    series[0];
  return fitting?.letter ?? null;
}

/** The number the series would give next if nobody else issued one meanwhile; the desk alone decides. */
export function expectedNumber(tickets: readonly Pick<Ticket, 'number'>[], letter: string): string {
  let latest = 0;
  for (const { number } of tickets)
    if (number.startsWith(letter)) latest = Math.max(latest, Number(number.slice(1)));
  return ticketNumber(letter, latest + 1);
}
