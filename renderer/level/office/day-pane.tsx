import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { FileVersion, LevelOffice } from '#shared/contract/level-shapes.ts';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import {
  IconCircleCheck,
  IconHistory,
  IconPencil,
  IconSignature,
  IconSignatureOff,
} from '@tabler/icons-react';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { useLevel, useLevelQuery } from '../client/level-client.ts';
import { saveFile } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import { CallNoteLine } from '../frame/call-note-line.tsx';
import type { OfficeDay } from './days-list.tsx';
import { differenceRows } from './difference-rows.ts';
import { printVersions } from './versions-sheet.tsx';
import styles from './office.module.css';

type DayPaneProps = {
  readonly office: LevelOffice;
  readonly day: OfficeDay;
  readonly onType: (() => void) | undefined;
};

/** One day of an office: the version that counts, what it changed, and those that were before. */
export function DayPane({ office, day, onType }: DayPaneProps) {
  const { level, levelOffice: words } = useLevelWords();
  const language = useLanguage();
  const { businessDay, figures, state } = day;
  const versions = useLevelQuery('file.versions', { officeCode: office.code, businessDay }).value ?? [];
  const newest = versions.toSorted((a, b) => b.version - a.version || (a.receivedAt < b.receivedAt ? 1 : -1));
  const counting = newest.find(({ counts }) => counts);
  const date = formatDay(businessDay, language);
  const own = useLevelQuery('level.state', {}).value?.own;
  const print = newest.some(({ differences }) => differences.length > 0)
    ? () =>
        void printVersions({ levelName: own?.name ?? '', office, businessDay, versions: newest, language })
    : undefined;
  useScreenKeys(print === undefined ? [] : [{ key: 'F8', label: words.print, run: print }]);
  return (
    <section className={styles['pane']} aria-label={words.dayTitle(date)}>
      <header className={styles['paneHead']}>
        <h2>
          {counting === undefined ? words.dayTitle(date) : words.dayVersion(date, String(counting.version))}
        </h2>
        {counting === undefined ? null : counting.signed ? (
          <Chip tone="good" icon={<IconSignature size={16} aria-hidden="true" />}>
            {words.signed}
          </Chip>
        ) : (
          <Chip tone="warn" icon={<IconSignatureOff size={16} aria-hidden="true" />}>
            {words.unsigned}
          </Chip>
        )}
        {print === undefined ? null : (
          <Button size="small" keyHint="F8" onClick={print}>
            {words.print}
          </Button>
        )}
        {onType === undefined ? null : (
          <Button size="small" keyHint="F4" onClick={onType}>
            {words.keyType}
          </Button>
        )}
      </header>
      <div className={styles['paneBody']}>
        <div className={styles['notes']}>
          {state === 'conflict' ? <Note tone="warn">{words.conflict}</Note> : null}
          {figures === null ? <Absent office={office} day={day} /> : null}
          {counting?.reason == null ? null : <Reason version={counting} />}
          <div className={styles['call']}>
            {day.note === undefined ? null : <b>{level.callNote.title}</b>}
            <CallNoteLine
              officeCode={office.code}
              name={office.name}
              businessDay={businessDay}
              note={day.note}
            />
          </div>
        </div>
        {counting === undefined || counting.differences.length === 0 ? null : (
          <Differences version={counting} />
        )}
        {figures === null ? null : <Figures figures={figures} />}
        {newest.length === 0 ? null : (
          <>
            <SectionHead title={words.versions} count={formatNumber(newest.length, language)} />
            <ul>
              {newest.map((version) => (
                <VersionLine key={version.sha256} version={version} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

function Absent({ office, day }: Pick<DayPaneProps, 'office' | 'day'>) {
  const words = useLevelWords().levelOffice;
  if (day.state === 'off') return <p className={styles['says']}>{words.off}</p>;
  return (
    <Note
      tone={day.state === 'refused' ? 'bad' : 'warn'}
      title={day.state === 'refused' ? words.refused : words.missing}
    >
      {office.telephone === '' ? words.missingHelpNoPhone : words.missingHelp(office.telephone)}
    </Note>
  );
}

function Reason({ version }: { readonly version: FileVersion }) {
  const words = useLevelWords().levelOffice;
  const language = useLanguage();
  return (
    <Note icon={<IconPencil size={18} stroke={1.75} />}>
      <b>{version.signed ? words.reason : words.reasonTyped}</b> {version.reason}
      <p className={styles['says']}>{words.by(version.by, formatInstant(version.frozenAt, language))}</p>
    </Note>
  );
}

/** Every place where the version says something else than the one before. */
function Differences({ version }: { readonly version: FileVersion }) {
  const text = useText();
  const words = useLevelWords().levelOffice;
  const language = useLanguage();
  const before = String(version.version - 1);
  return (
    <>
      <SectionHead title={words.changed(formatNumber(version.differences.length, language), before)} />
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.before(before)}</th>
            <th scope="col">{words.before(String(version.version))}</th>
            <th scope="col">{words.delta}</th>
          </tr>
        </thead>
        <tbody>
          {differenceRows(version, text, language).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td>
                <NumberText className={styles['old']}>{row.before}</NumberText>
              </td>
              <td>
                <NumberText>{row.after}</NumberText>
              </td>
              <td>
                {row.delta === null ? null : (
                  <NumberText className={row.isLess ? styles['less'] : styles['more']}>
                    {row.delta}
                  </NumberText>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Figures({ figures }: { readonly figures: NonNullable<OfficeDay['figures']> }) {
  const { level, levelOffice: words } = useLevelWords();
  const language = useLanguage();
  return (
    <>
      <SectionHead title={words.figures} />
      <table className={join(styles['figures'], styles['short'])}>
        <tbody>
          {LEVEL_FIGURES.map((figure) => (
            <tr key={figure}>
              <th scope="row">{level.figure[figure]}</th>
              <td>
                <NumberText>{formatNumber(figures[figure], language)}</NumberText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function VersionLine({ version }: { readonly version: FileVersion }) {
  const text = useText();
  const words = useLevelWords().levelOffice;
  const language = useLanguage();
  const level = useLevel();
  const Icon = version.counts ? IconCircleCheck : IconHistory;
  const save = async () => {
    const reply = await level.call('file.read', { sha256: version.sha256 });
    if (reply.ok) saveFile(reply.value);
    else sayInBar(problemText(reply.problem, text), true);
  };
  return (
    <li className={join(styles['version'], version.counts && styles['counting'])}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <b>{words.before(String(version.version))}</b>
      <span>
        {words.versionLine(
          formatInstant(version.receivedAt, language),
          version.counts ? words.counts : words.kept,
        )}
      </span>
      {version.signed ? (
        <button type="button" className={shared['textButton']} onClick={() => void save()}>
          {words.openFile}
        </button>
      ) : (
        <span>{words.unsigned}</span>
      )}
    </li>
  );
}
