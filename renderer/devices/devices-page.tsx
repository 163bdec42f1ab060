import type { Office } from '#shared/contract/office.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { LeaveMain } from '#renderer/frame/leave-main.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Note } from '#renderer/ui/note.tsx';
import { CodePart } from './code-part.tsx';
import { DeviceList } from './device-list.tsx';
import { DoorPart } from './door-part.tsx';
import { TvPart } from './tv-part.tsx';
import own from './devices.module.css';

/** A line comes and goes without an event; so does a wrong try of a code. */
const EVERY_MS = 2_000;

/** The door to other PCs of the office, the code that one joins with, and those that joined. */
export function DevicesPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.devices;
  const lan = useDeskQuery('lan.state', {}, { everyMs: EVERY_MS });
  const devices = useDeskQuery('device.list', {}, { everyMs: EVERY_MS }).value ?? [];
  const problem = lan.value === undefined ? lan.problem : undefined;
  const door = lan.value?.door ?? null;
  return (
    <Page id="devices" what={words.what}>
      <JoinedHere />
      {problem !== undefined && <Note className={styles['note']}>{problemText(problem, text)}</Note>}
      {lan.value !== undefined && (
        <>
          <DoorPart state={lan.value} />
          {door !== null && lan.value.trouble === null && (
            <>
              <CodePart open={lan.value.pairing} devices={devices} office={office} />
              <OtherEnd words={door.words} />
            </>
          )}
          <TvPart addresses={lan.value.addresses} />
          <DeviceList devices={devices} office={office} />
        </>
      )}
    </Page>
  );
}

/** At a joined PC: what it is, and the way to forget the main PC. */
function JoinedHere() {
  const words = useText().frame.mainPc;
  const name = useDeskQuery('system.health', {}).value?.joinedAs;
  if (name === undefined) return null;
  return (
    <>
      <p className={styles['says']}>{words.joinedSays(name)}</p>
      <div className={styles['actions']}>
        <LeaveMain />
      </div>
    </>
  );
}

/** What is done at the other PC, and what it shows there. */
function OtherEnd({ words: four }: { readonly words: readonly string[] }) {
  const words = useText().settings.devices;
  const version = useDeskQuery('system.health', {}).value?.version ?? '';
  return (
    <>
      <Group>{words.atOther}</Group>
      <ol className={own['steps']}>
        {words.steps(version).map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>
          {words.compare} <strong>{four.join(' · ')}</strong>
        </li>
      </ol>
    </>
  );
}
