import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSettingsPage } from '#renderer/settings/shown-page.ts';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { isCopyOld } from '#shared/domain/backup/copy-need.ts';
import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import { capitalised, formatLongDay, formatTime } from '#shared/text/format.ts';
import {
  IconBellRinging,
  IconCalendar,
  IconCar,
  IconDatabase,
  IconDatabaseExclamation,
  IconCopyOff,
  IconId,
  IconLock,
  IconLockOpen,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPrinter,
  IconPrinterOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useUnprinted } from '#renderer/paper/use-unprinted.ts';
import { useLateAlarm } from '#renderer/frame/late-alarm.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { checkedPercent, isDataWrong, isLongCheck } from '#renderer/frame/data-check.ts';
import { OfficerChip } from '#renderer/sign-in/officer-chip.tsx';
import { PlaceMenu } from './place-menu.tsx';
import { showPrinterBand } from './printer-band.tsx';
import styles from '#renderer/frame/top-bar.module.css';

/** Left where and who, right what may be trusted: printer, connection, clock. */
export function TopBar({ office }: { readonly office: Office }) {
  const isJoined = useDeskQuery('system.health', {}).value?.joinedAs !== undefined;
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
      {!isJoined && <TeamMark />}
      <Day />
      <PlaceMenu office={office} />
      <div className={styles['truths']}>
        <Late office={office} />
        <OfficerChip />
        {!office.training && !isJoined && <Copies />}
        {!isJoined && <Data />}
        <Printer settings={office.settings} />
        <Connection isJoined={isJoined} />
        <Clock />
      </div>
    </header>
  );
}

/** This PC is the laptop of a team: nobody may take its desk for the office's. */
function TeamMark() {
  const words = useText().team;
  const go = usePlace((state) => state.go);
  const team = useDeskQuery('team.here', {}).value;
  if (team == null) return null;
  const said = words.mark(team.name, team.series);
  return (
    <button
      type="button"
      className={join(styles['part'], styles['press'], styles['team'])}
      title={words.laptop.title(team.name)}
      onClick={() => go('road')}
    >
      <IconCar size={16} stroke={1.75} aria-hidden="true" />
      <strong className={styles['word']}>{said}</strong>
    </button>
  );
}

function Day() {
  const text = useText();
  const language = useLanguage();
  const status = useDeskQuery('day.status', {}).value;
  if (status === undefined) return null;
  const words =
    status.open === null
      ? isDayLocked(status)
        ? text.frame.dayLocked
        : text.frame.dayNotOpen
      : capitalised(formatLongDay(status.open.businessDay, language));
  return (
    <div className={join(styles['part'], (status.open === null || status.forgotten) && styles['warn'])}>
      <IconCalendar size={16} stroke={1.75} aria-hidden="true" className={styles['quiet']} />
      <strong className={styles['strong']}>{words}</strong>
      {status.forgotten && <span>{text.frame.dayForgotten}</span>}
    </div>
  );
}

/** Today has been closed: no day opens before tomorrow. */
function isDayLocked({ open, last, today }: DayStatus): boolean {
  return open === null && last !== null && last.businessDay >= today;
}

/** Damage, a long comparison that goes on, or else whether the data is encrypted. */
function Data() {
  const text = useText();
  const words = text.frame;
  const show = useSettingsPage();
  const health = useDeskQuery('system.health', {}, { everyMs: 10_000 }).value;
  if (health === undefined) return null;
  if (isDataWrong(health))
    return (
      <Truth
        tone="bad"
        icon={<IconDatabaseExclamation size={16} stroke={1.75} />}
        onClick={() => show('data')}
      >
        {words.dataWrong}
      </Truth>
    );
  if (isLongCheck(health))
    return (
      <Truth tone="plain" icon={<IconDatabase size={16} stroke={1.75} />}>
        {words.dataChecking(checkedPercent(health))}
      </Truth>
    );
  if (health.training) return null;
  const Lock = health.encrypted ? IconLock : IconLockOpen;
  return (
    <Truth
      tone={health.encrypted ? 'good' : 'plain'}
      icon={<Lock size={16} stroke={1.75} />}
      onClick={() => show('safety')}
      folds="early"
    >
      {text.safety.short[health.encrypted ? 'on' : 'off']}
    </Truth>
  );
}

function Printer({ settings }: { readonly settings: Office['settings'] }) {
  const text = useText();
  const pending = useUnprinted().jobs.length;
  if (pending > 0) {
    return (
      <Truth tone="bad" icon={<IconPrinterOff size={16} stroke={1.75} />} onClick={showPrinterBand}>
        {text.frame.printerPending(pending)}
      </Truth>
    );
  }
  const hasNoAddress = Object.values(settings.printers).some(
    ({ route: way, host }) => way === 'network-thermal' && host === '',
  );
  if (settings.printing !== 'none' && hasNoAddress) {
    return (
      <Truth tone="bad" icon={<IconPrinterOff size={16} stroke={1.75} />}>
        {text.frame.printerNoAddress}
      </Truth>
    );
  }
  const { route } = settings.printers.number;
  if (settings.printing === 'none' || route === 'none') {
    return (
      <Truth tone="plain" icon={<IconPrinterOff size={16} stroke={1.75} />}>
        {text.frame.printerNone}
      </Truth>
    );
  }
  return (
    <Truth tone="good" icon={<IconPrinter size={16} stroke={1.75} />} folds="late">
      {route === 'driver-dialog' ? text.frame.printerDialog : text.printing.route[route]}
    </Truth>
  );
}

/** Speaks when the newest good copy is older than a day, or none is kept outside of this PC. */
function Copies() {
  const text = useText();
  const status = useDeskQuery('backup.status', {}).value;
  const now = useNow(60_000);
  const show = useSettingsPage();
  if (status === undefined) return null;
  const isOld = isCopyOld(status.lastBackup, new Date(now).toISOString());
  if (!isOld && status.places.some((place) => place.outside)) return null;
  return (
    <Truth
      tone={isOld ? 'bad' : 'warn'}
      icon={<IconCopyOff size={16} stroke={1.75} />}
      onClick={() => show('copies')}
      {...(isOld ? {} : { folds: 'late' })}
    >
      {isOld ? text.settings.copies.oldShort : text.safety.short.onePlace}
    </Truth>
  );
}

/** Somebody waits longer than the target, until the leader has noted it. */
function Late({ office }: { readonly office: Office }) {
  const words = useText().board;
  const go = usePlace((state) => state.go);
  const { fresh } = useLateAlarm(office);
  const [first] = fresh;
  if (first === undefined) return null;
  return (
    <Truth tone="bad" icon={<IconBellRinging size={16} stroke={1.75} />} onClick={() => go('board')}>
      {fresh.length === 1
        ? words.late(first.number, office.settings.waitingTargets[first.queue] ?? 0)
        : words.lateMany(fresh.length)}
    </Truth>
  );
}

/** A joined PC says it of the main PC, and that a command waits for it. */
function Connection({ isJoined }: { readonly isJoined: boolean }) {
  const { frame } = useText();
  const { connection, since, slow } = useLive();
  const said = isJoined ? frame.mainPc : frame;
  const words =
    connection === 'connecting'
      ? frame.connecting
      : connection === 'live' && isJoined && slow > 0
        ? frame.mainPc.waiting
        : said[connection](formatTime(since));
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
      {...(connection === 'live' && slow === 0 ? { folds: 'late' } : {})}
    >
      {words}
    </Truth>
  );
}

type TruthProps = {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  readonly icon: ReactNode;
  readonly children: string;
  /** Shows what the words are about. */
  readonly onClick?: () => void;
  /** Its icon alone stands where the window is narrow. */
  readonly folds?: 'early' | 'late';
};

function Truth({ tone, icon, children, onClick, folds }: TruthProps) {
  const look = join(styles['part'], styles['truth'], styles[tone], folds !== undefined && styles[folds]);
  const inside = (
    <>
      <span aria-hidden="true" className={styles['icon']}>
        {icon}
      </span>
      <strong className={styles['word']}>{children}</strong>
    </>
  );
  const title = folds === undefined ? undefined : children;
  if (onClick === undefined)
    return (
      <div className={look} title={title}>
        {inside}
      </div>
    );
  return (
    <button type="button" className={join(look, styles['press'])} title={title} onClick={onClick}>
      {inside}
    </button>
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
