import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Office } from '#shared/contract/office.ts';
import { capitalised, formatLongDay, formatTime } from '#shared/text/format.ts';
import {
  IconCalendar,
  IconId,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPrinter,
  IconPrinterOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PlaceMenu } from './place-menu.tsx';
import styles from './top-bar.module.css';

/** Left where and who, right what may be trusted: printer, connection, clock. */
export function TopBar({ office }: { readonly office: Office }) {
  return (
    <header className={styles['bar']}>
      <h1 className={styles['mark']}>
        <span className={styles['sign']} aria-hidden="true">
          <IconId size={16} stroke={1.75} />
        </span>
        <span className={styles['office']} title={office.name}>
          {office.name}
        </span>
      </h1>
      <Day />
      <PlaceMenu office={office} />
      <div className={styles['truths']}>
        <Printer mode={office.settings.printing} />
        <Connection />
        <Clock />
      </div>
    </header>
  );
}

function Day() {
  const text = useText();
  const language = useLanguage();
  const status = useDeskQuery('day.status', {}).value;
  if (status === undefined) return null;
  const words =
    status.open === null
      ? text.frame.dayNotOpen
      : capitalised(formatLongDay(status.open.businessDay, language));
  return (
    <div className={join(styles['part'], (status.open === null || status.forgotten) && styles['warn'])}>
      <IconCalendar size={16} stroke={1.75} aria-hidden="true" className={styles['quiet']} />
      <strong className={styles['strong']}>{words}</strong>
      {status.forgotten && <span>{text.frame.dayForgotten}</span>}
    </div>
  );
}

function Printer({ mode }: { readonly mode: Office['settings']['printing'] }) {
  const text = useText();
  const pending =
    useDeskQuery('print.list', { pendingOnly: true }).value?.filter((job) => job.state === 'failed').length ??
    0;
  if (pending > 0) {
    return (
      <Truth tone="bad" icon={<IconPrinterOff size={16} stroke={1.75} />}>
        {text.frame.printerPending(pending)}
      </Truth>
    );
  }
  if (mode === 'none') {
    return (
      <Truth tone="plain" icon={<IconPrinterOff size={16} stroke={1.75} />}>
        {text.frame.printerNone}
      </Truth>
    );
  }
  return (
    <Truth tone="good" icon={<IconPrinter size={16} stroke={1.75} />}>
      {text.frame.printerDialog}
    </Truth>
  );
}

function Connection() {
  const text = useText();
  const { connection, since } = useLive();
  const words =
    connection === 'connecting' ? text.frame.connecting : text.frame[connection](formatTime(since));
  return (
    <Truth
      tone={connection === 'lost' ? 'bad' : connection === 'live' ? 'good' : 'plain'}
      icon={
        connection === 'lost' ? (
          <IconPlugConnectedX size={16} stroke={1.75} />
        ) : (
          <IconPlugConnected size={16} stroke={1.75} />
        )
      }
      label={text.frame.connection}
    >
      {words}
    </Truth>
  );
}

type TruthProps = {
  readonly tone: 'good' | 'bad' | 'plain';
  readonly icon: ReactNode;
  readonly label?: string;
  readonly children: string;
};

function Truth({ tone, icon, label, children }: TruthProps) {
  return (
    <div className={join(styles['part'], styles['truth'], styles[tone])}>
      <span aria-hidden="true" className={styles['icon']}>
        {icon}
      </span>
      {label !== undefined && <span className={styles['label']}>{label}</span>}
      <strong className={styles['word']}>{children}</strong>
    </div>
  );
}

function Clock() {
  const now = useNow(1000);
  return (
    <time className={join(styles['part'], styles['clock'])} dateTime={new Date(now).toISOString()}>
      <NumberText>{formatTime(new Date(now).toISOString())}</NumberText>
    </time>
  );
}
