import { useText } from '#renderer/desk/language.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { jobName, jobStateText } from '#renderer/paper/print-text.ts';
import { useUnprinted } from '#renderer/paper/use-unprinted.ts';
import { useShownPage } from '#renderer/settings/shown-page.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconPrinter, IconPrinterOff, IconRefresh } from '@tabler/icons-react';
import { create } from 'zustand';
import styles from '../frame/frame.module.css';

/** The sheets an officer put off; a further one shows the band again. */
const usePutOff = create<{ readonly ids: readonly string[] }>()(() => ({ ids: [] }));

/** Shows the band again, whatever was put off. */
export function showPrinterBand(): void {
  usePutOff.setState({ ids: [] });
}

const MOST_NAMED = 3;

/** Which sheets did not come out and why, with what can be done about it. The queue goes on meanwhile. */
export function PrinterBand() {
  const text = useText();
  const words = text.frame.printerBand;
  const { jobs, oldest, again } = useUnprinted();
  const putOff = usePutOff((state) => state.ids);
  const isReception = usePlace((state) => state.place) === 'reception';
  const go = usePlace((state) => state.go);
  const showPage = useShownPage((state) => state.show);
  // At reception Shift+F8 saves without printing.
  const hasKey = oldest !== undefined && !isReception;
  useScreenKeys(
    hasKey
      ? [{ key: 'Shift+F8', label: text.printing.printPending(jobs.length), run: () => again(oldest) }]
      : [],
  );
  const failed = jobs.filter((job) => job.state === 'failed');
  const [first] = failed;
  if (first === undefined || failed.every(({ id }) => putOff.includes(id))) return null;
  const named = failed
    .slice(0, MOST_NAMED)
    .map((job) => [job.number, jobName(job, text)].filter(Boolean).join(' '))
    .join(', ');
  return (
    <section className={styles['band']} aria-label={words.label}>
      <IconPrinterOff size={20} stroke={1.75} aria-hidden="true" />
      <div className={styles['bandText']} role="alert">
        <strong className={styles['bandTitle']}>{words.title(jobs.length)}</strong>
        <span className={styles['bandHelp']}>
          {named}
          {failed.length > MOST_NAMED ? ', … ' : ': '}
          {jobStateText(first, text)}
        </span>
      </div>
      <div className={styles['bandActions']}>
        <Button
          size="small"
          icon={<IconPrinter aria-hidden="true" />}
          onClick={() => {
            showPage('printers');
            go('settings');
          }}
        >
          {words.otherPrinter}
        </Button>
        <Button size="small" onClick={() => usePutOff.setState({ ids: failed.map(({ id }) => id) })}>
          {words.later}
        </Button>
        {oldest !== undefined && (
          <Button
            size="small"
            icon={<IconRefresh aria-hidden="true" />}
            onClick={() => again(oldest)}
            {...(hasKey ? { keyHint: 'Shift+F8' } : {})}
          >
            {words.retry}
          </Button>
        )}
      </div>
    </section>
  );
}
