import { openExports } from '#renderer/exports/export-store.ts';
import { useShownDay } from '#renderer/frame/shown-day.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { formatDay, formatLongDay } from '#shared/text/format.ts';
import { IconBellRinging } from '@tabler/icons-react';
import { useEffect } from 'react';
import { usePlace } from '../frame/place.ts';
import { pressing } from '../frame/pressing-reminder.ts';
import styles from './reminders-band.module.css';

const ASK_MS = 60_000;

/** What must still be closed or sent, from its hour until it is done: one line, with the way there. */
export function RemindersBand() {
  const words = useText().dayEnd;
  const language = useLanguage();
  const { place, go } = usePlace();
  const { day: shownDay, show } = useShownDay();
  const answer = useDeskQuery('report.reminders', {});
  // They stand from an hour on, and no event tells the hour.
  const minute = useNow(ASK_MS);
  const { refetch } = answer;
  useEffect(refetch, [minute, refetch]);
  const { first, months, campaigns } = pressing(answer.value ?? []);
  if (first === undefined) return null;
  const { businessDay, month, campaign } = first;
  const finalReport = ({ name, reportBefore }: NonNullable<typeof campaign>) =>
    words.reminder['campaign-to-report'](name, formatDay(reportBefore, language));
  const there = businessDay !== null && place === 'day-end' && shownDay === businessDay;
  const goThere = () => {
    if (businessDay === null) {
      if (month !== null) openExports({ kind: 'month', month });
      if (campaign !== undefined) openExports({ kind: 'campaign', campaignId: campaign.campaignId });
      return go('dashboard');
    }
    show(businessDay);
    go('day-end');
  };
  return (
    <div className={styles['band']} role="status">
      <IconBellRinging size={18} stroke={1.75} aria-hidden="true" />
      <p>
        {first.code === 'campaign-to-report'
          ? campaign !== undefined && finalReport(campaign)
          : first.code === 'month-to-send'
            ? words.reminder[first.code](month === null ? '' : `${month.slice(5)}/${month.slice(0, 4)}`)
            : words.reminder[first.code](businessDay === null ? '' : formatLongDay(businessDay, language))}
        {campaigns.map((one) => (
          <span key={one.campaignId}>{finalReport(one)}</span>
        ))}
        {months.map((one) => (
          <span key={one}>{words.reminder['month-to-send'](`${one.slice(5)}/${one.slice(0, 4)}`)}</span>
        ))}
      </p>
      {there ? null : (
        <Button size="small" onClick={goThere}>
          {campaign !== undefined ? words.toCampaign : businessDay === null ? words.toMonth : words.toDay}
        </Button>
      )}
    </div>
  );
}
