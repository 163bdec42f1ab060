import { useChooseLanguage, useLanguage } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import bar from '#renderer/frame/top-bar.module.css';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { formatDayOfYear, formatNumber, formatTime } from '#shared/text/format.ts';
import { useMantineColorScheme } from '@mantine/core';
import {
  IconBuildings,
  IconDatabase,
  IconMoon,
  IconPlugConnected,
  IconPlugConnectedX,
  IconShieldCheck,
  IconShieldX,
  IconSun,
} from '@tabler/icons-react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './level-frame.module.css';
import { LEVEL_PLACES, useLevelPlace } from './place.ts';
import { WorkerChip } from './worker-chip.tsx';

/** Left the level and its pages, right what may be trusted. */
export function LevelTopBar() {
  const words = useLevelWords().level;
  const state = useLevelQuery('level.state', {}).value;
  const { place, go } = useLevelPlace();
  const isSetUp = state?.own != null;
  return (
    <header className={bar['bar']}>
      <h1 className={bar['mark']}>
        <span className={bar['sign']} aria-hidden="true">
          <IconBuildings size={16} stroke={1.75} />
        </span>
        <span className={join(bar['office'], styles['name'])} title={state?.own?.name}>
          {state?.own?.name ?? words.productName}
        </span>
      </h1>
      {isSetUp && (
        <nav className={styles['places']} aria-label={words.frame.places}>
          {LEVEL_PLACES.map((value, index) => (
            <button
              key={value}
              type="button"
              aria-current={value === place ? 'page' : undefined}
              aria-keyshortcuts={`Alt+${index + 1}`}
              title={`Alt+${index + 1}`}
              onClick={() => go(value)}
            >
              {words.frame[value]}
            </button>
          ))}
        </nav>
      )}
      <div className={bar['truths']}>
        {isSetUp && <WorkerChip />}
        {state === undefined || !isSetUp ? null : <Truths {...state} />}
        <Connection />
        <LookButtons />
        <Clock />
      </div>
    </header>
  );
}

type TruthsProps = {
  readonly offices: number;
  readonly engine: 'sqlite' | 'postgresql';
  readonly lastBackup: string | null;
  readonly today: string;
};

function Truths({ offices, engine, lastBackup, today }: TruthsProps) {
  const words = useLevelWords().level;
  const language = useLanguage();
  const isOld = lastBackup === null || localDay(lastBackup) < today;
  const when =
    lastBackup === null
      ? null
      : localDay(lastBackup) === today
        ? formatTime(lastBackup)
        : formatDayOfYear(localDay(lastBackup), language);
  const said = when === null ? words.frame.backupNone : words.frame.backupAt(when);
  const count = words.offices(formatNumber(offices, language));
  return (
    <>
      <span className={join(bar['part'], bar['truth'], bar['plain'], bar['late'])} title={count}>
        <span className={bar['icon']}>
          <IconDatabase size={16} stroke={1.75} aria-hidden="true" />
        </span>
        <span className={bar['word']}>{count}</span>
      </span>
      {engine === 'postgresql' ? null : (
        <span
          className={join(bar['part'], bar['truth'], bar[isOld ? 'warn' : 'good'], bar['late'])}
          title={said}
        >
          <span className={bar['icon']}>
            {isOld ? (
              <IconShieldX size={16} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconShieldCheck size={16} stroke={1.75} aria-hidden="true" />
            )}
          </span>
          <span className={bar['word']}>{said}</span>
        </span>
      )}
    </>
  );
}

function Connection() {
  const words = useLevelWords().level;
  const isLost = useLive((live) => live.connection === 'lost');
  const Icon = isLost ? IconPlugConnectedX : IconPlugConnected;
  return (
    <span
      className={join(bar['part'], bar['truth'], bar[isLost ? 'bad' : 'good'])}
      title={isLost ? undefined : words.frame.live}
    >
      <span className={bar['icon']}>
        <Icon size={16} stroke={1.75} aria-hidden="true" />
      </span>
    </span>
  );
}

function LookButtons() {
  const words = useLevelWords().level.frame;
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark' || colorScheme === 'dark';
  const other = LANGUAGE_CHOICES.find(({ value }) => value !== language);
  return (
    <span className={join(bar['part'], styles['look'])}>
      <button
        type="button"
        aria-label={isDark ? words.light : words.dark}
        title={isDark ? words.light : words.dark}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? (
          <IconSun size={16} stroke={1.75} aria-hidden="true" />
        ) : (
          <IconMoon size={16} stroke={1.75} aria-hidden="true" />
        )}
      </button>
      {other === undefined ? null : (
        <button
          type="button"
          lang={other.value}
          aria-label={`${other.value.toLocaleUpperCase('en')}, ${other.label}`}
          title={other.label}
          onClick={() => choose(other.value)}
        >
          {other.value.toLocaleUpperCase('en')}
        </button>
      )}
    </span>
  );
}

function Clock() {
  const now = useNow(1000);
  return (
    <NumberText className={join(bar['part'], bar['clock'])}>
      {formatTime(new Date(now).toISOString())}
    </NumberText>
  );
}
