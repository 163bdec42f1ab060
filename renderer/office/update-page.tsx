import type { UpdateState } from '#shared/contract/update.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { ChooseFolder } from '#renderer/frame/pc-folder.tsx';
import { News, TakeUpdate } from '#renderer/safety/take-update.tsx';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';
import { TextRow } from '#renderer/settings/text-row.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';

/** The version of this PC's program, and the next one by stick or share. */
export function UpdatePage() {
  const words = useText().settings.update;
  const state = useDeskQuery('update.state', {}, { everyMs: 5_000 }).value;
  if (state === undefined) return null;
  const edition = words.editions[state.edition ?? 'sources'];
  return (
    <Page id="update" what={words.what}>
      <Last state={state} />
      <Facts>
        <Fact name={words.version}>
          {state.version} <span className={styles['says']}>{edition}</span>
        </Fact>
      </Facts>
      <Group>{words.take}</Group>
      <TakeUpdate />
      <Watched state={state} />
    </Page>
  );
}

/** How the last update ended, until it was read. */
function Last({ state: { last, version } }: { readonly state: UpdateState }) {
  const words = useText().settings.update;
  const { run, isPending } = useDeskCommand('update.seen');
  if (last === null || last.outcome === 'running') return null;
  const isIn = last.outcome === 'installed';
  return (
    <Note
      className={styles['note']}
      tone={isIn ? 'good' : 'bad'}
      title={isIn ? words.installed(last.from, last.to) : words.failed(last.to, version)}
      action={
        <Button size="small" isPending={isPending} onClick={() => void run({})}>
          {words.seen}
        </Button>
      }
    >
      {isIn ? <News notes={last.notes} /> : words.failedSays(last.exitCode)}
    </Note>
  );
}

function Watched({ state }: { readonly state: UpdateState }) {
  const text = useText();
  const words = text.settings.update;
  const { run, ...saving } = useSaving('update.watch');
  const save = (folder: string) => void run({ folder: folder === '' ? null : folder });
  const { folder, found, trouble, version } = state;
  const facts = { here: version, found: '', needed: '', file: '' };
  const says =
    trouble !== null
      ? problemText({ code: 'update-refused', reason: trouble, ...facts }, text)
      : found === null
        ? words.nothingNew
        : words.newer(found.version);
  return (
    <>
      <Group>{words.watch}</Group>
      <TextRow
        label={words.watch}
        value={folder ?? ''}
        max={400}
        placeholder={words.example}
        hint={words.watchHint}
        saving={saving}
        onSave={save}
      >
        <ChooseFolder own from={folder ?? ''} onChosen={save} />
        {folder !== null && <p role="status">{says}</p>}
      </TextRow>
    </>
  );
}
