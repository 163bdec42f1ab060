import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { LevelCauses } from '#shared/contract/level-shapes.ts';
import { formatDayOfYear, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { useLevelPlace } from '../frame/place.ts';
import { PeriodTitle } from '../period/period-title.tsx';
import { usePeriod } from '../period/use-period.ts';
import { causeGroups, noteGroups, type CauseGroup } from './cause-groups.ts';
import styles from './causes.module.css';
import { Doubts } from './doubts.tsx';

/** What lies behind the figures of a period, each with the office that says it. */
export function CausesScreen() {
  const text = useText();
  const { level, levelPeriod: words } = useLevelWords();
  const { period, asked, step, show } = usePeriod();
  const answer = useLevelQuery('level.causes', asked ?? { from: '', to: '' }, {
    enabled: asked !== null,
    keepFormer: true,
  });
  useScreenKeys([
    { key: 'F6', label: words.before, run: () => step(-1) },
    { key: 'F7', label: words.after, run: () => step(1) },
  ]);
  if (period === null) return null;
  return (
    <section className={styles['screen']} aria-label={level.frame.causes}>
      <header className={styles['head']}>
        <PeriodTitle period={period} onStep={step} onShow={show} />
      </header>
      {answer.problem !== undefined ? (
        <Note tone="bad" className={styles['problem']} announce>
          {problemText(answer.problem, text)}
        </Note>
      ) : answer.value === undefined ? (
        <div aria-busy="true" />
      ) : (
        <Causes causes={answer.value} />
      )}
    </section>
  );
}

function Causes({ causes }: { readonly causes: LevelCauses }) {
  const { account } = useText();
  const words = useLevelWords().levelCauses;
  const inactive = causeGroups(causes.inactive, ({ reason }) => account.reason[reason]);
  const referrals = causeGroups(
    causes.referrals,
    ({ place, reason }) =>
      `${place ?? account.noPlace}, ${reason === null ? account.noReason : account.referral[reason]}`,
  );
  return (
    <div className={styles['columns']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['column']} role="group" aria-label={words.doubts} tabIndex={0}>
        <Doubts doubts={causes.doubts} />
        <Groups title={words.inactive} groups={inactive} />
        <Groups title={words.referrals} groups={referrals} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <div className={styles['column']} role="group" aria-label={words.difficulties} tabIndex={0}>
        <Notes title={words.difficulties} notes={noteGroups(causes.notes, 'difficulties')} />
        <Notes title={words.proposals} notes={noteGroups(causes.notes, 'proposals')} />
      </div>
    </div>
  );
}

/** Offices that are named under a reason before the rest is counted. */
const NAMED = 6;
/** Notes and groups that are drawn. */
const SHOWN = 200;

function Groups({ title, groups }: { readonly title: string; readonly groups: readonly CauseGroup[] }) {
  const words = useLevelWords().levelCauses;
  const language = useLanguage();
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <>
      <SectionHead title={title} count={formatNumber(total, language)} />
      {groups.length === 0 ? <p className={styles['none']}>{words.none}</p> : null}
      <ul>
        {groups.slice(0, SHOWN).map((group) => (
          <Group key={group.key} group={group} share={total === 0 ? 0 : group.total / total} />
        ))}
      </ul>
    </>
  );
}

function Group({ group, share }: { readonly group: CauseGroup; readonly share: number }) {
  const words = useLevelWords().levelCauses;
  const language = useLanguage();
  const openOffice = useLevelPlace((state) => state.openOffice);
  const [isWhole, setWhole] = useState(false);
  const count = (value: number) => formatNumber(value, language);
  const named = isWhole ? group.offices : group.offices.slice(0, NAMED);
  const rest = group.offices.length - named.length;
  return (
    <li className={styles['group']}>
      <div className={styles['groupHead']}>
        <b>{group.label}</b>
        <span>{words.offices(count(group.offices.length))}</span>
        <b>{count(group.total)}</b>
      </div>
      <svg className={styles['bar']} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="0" width={share * 100} height="4" />
      </svg>
      <p>
        {named.map((office) => (
          <span key={office.office} className={styles['office']}>
            <button type="button" className={shared['textButton']} onClick={() => openOffice(office.office)}>
              {office.name}
            </button>{' '}
            {count(office.count)}
          </span>
        ))}
        {rest > 0 ? (
          <button type="button" className={shared['textButton']} onClick={() => setWhole(true)}>
            {words.more(count(rest))}
          </button>
        ) : null}
      </p>
    </li>
  );
}

type NotesProps = { readonly title: string; readonly notes: ReturnType<typeof noteGroups> };

function Notes({ title, notes }: NotesProps) {
  const words = useLevelWords().levelCauses;
  const language = useLanguage();
  const openOffice = useLevelPlace((state) => state.openOffice);
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <SectionHead title={title} count={count(notes.length)} />
      {notes.length === 0 ? <p className={styles['none']}>{words.none}</p> : null}
      <ul>
        {notes.slice(0, SHOWN).map((note) => (
          <li key={`${note.office} ${note.text}`} className={styles['note']}>
            <div className={styles['noteHead']}>
              <button type="button" className={shared['textButton']} onClick={() => openOffice(note.office)}>
                {note.name}
              </button>
              <span>{note.days.map((day) => formatDayOfYear(day, language)).join(', ')}</span>
            </div>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      {notes.length > SHOWN ? (
        <p className={styles['none']}>{words.more(count(notes.length - SHOWN))}</p>
      ) : null}
    </>
  );
}
