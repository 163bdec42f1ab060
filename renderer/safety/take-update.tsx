import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { UpdateState } from '#shared/contract/update.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ChooseFolder } from '#renderer/frame/pc-folder.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './take-update.module.css';

/** `share`: where the main PC says that one lies. Finds a release, has it copied and checked, and installs it; also where no desk is open. */
export function TakeUpdate({ share = '' }: { readonly share?: string | undefined }) {
  const state = useDeskQuery('update.state', {}, { everyMs: 5_000 });
  const found = useDeskQuery('update.find', {}, { everyMs: 10_000 }).value ?? [];
  const text = useText();
  const words = text.settings.update;
  const review = useDeskCommand('update.review');
  const [path, setPath] = useState(share);
  const { value } = state;
  if (value === undefined) return null;
  const check = async (from: string) => {
    if (from.trim() === '') return;
    const reply = await review.run({ path: from });
    if (reply.ok) state.refetch();
  };
  const inFolder = value.found === null ? [] : [{ ...value.found, refused: null }];
  const offered = [...inFolder, ...found].filter(
    ({ folder, version }, at, all) =>
      version !== value.version &&
      version !== value.ready?.version &&
      at === all.findIndex((one) => one.folder === folder),
  );
  return (
    <div className={styles['take']}>
      {value.ready !== null && <Ready state={value} ready={value.ready} />}
      {offered.map(({ folder, version, refused }) => (
        <p key={folder} className={styles['offer']}>
          <span>{words.onDisks(version, folder)}</span>
          {refused === null ? (
            <Button
              size="small"
              aria-label={words.checkOne(version)}
              isPending={review.isPending}
              onClick={() => void check(folder)}
            >
              {words.check}
            </Button>
          ) : (
            <small>
              {problemText(
                {
                  code: 'update-refused',
                  reason: refused,
                  here: value.version,
                  found: version,
                  needed: '',
                  file: '',
                },
                text,
              )}
            </small>
          )}
        </p>
      ))}
      <div className={styles['line']}>
        <TextField
          label={words.path}
          value={path}
          maxLength={400}
          placeholder={words.example}
          hint={words.pathHint}
          error={review.problem === undefined ? undefined : problemText(review.problem, text)}
          onType={setPath}
          onCommit={(typed) => void check(typed)}
        />
        <Button isPending={review.isPending} onClick={() => void check(path)}>
          {review.isPending ? words.checking : words.check}
        </Button>
        <ChooseFolder
          own
          from={path}
          onChosen={(folder) => {
            setPath(folder);
            void check(folder);
          }}
        />
      </div>
    </div>
  );
}

type ReadyProps = { readonly state: UpdateState; readonly ready: NonNullable<UpdateState['ready']> };

/** What was copied and checked: what is new in it, and the way to install it. */
function Ready({ state, ready }: ReadyProps) {
  const text = useText();
  const words = text.settings.update;
  const language = useLanguage();
  const install = useDeskCommand('update.install');
  const [asks, setAsks] = useState(false);
  const megabytes = formatNumber(Math.ceil(ready.bytes / 1_000_000), language);
  const close = () => setAsks(false);
  const go = async () => {
    const reply = await install.run({ version: ready.version });
    if (reply.ok) close();
  };
  const isByHand = state.edition === null || state.byAdministrator;
  const isRunning = state.last?.outcome === 'running';
  return (
    <Note
      tone="good"
      title={words.ready(ready.version)}
      action={
        isByHand ? (
          <CopyButton value={ready.file} label={words.copyPath} done={words.copied} />
        ) : (
          <Button
            variant="primary"
            icon={<IconDownload aria-hidden="true" />}
            isPending={isRunning}
            onClick={() => setAsks(true)}
          >
            {words.install(ready.version)}
          </Button>
        )
      }
    >
      <p>{words.released(formatDay(ready.date, language), megabytes)}</p>
      <News notes={ready.notes} />
      {isByHand && (
        <p>
          {state.edition === null ? words.fromSources : words.byHand}{' '}
          <code className={styles['file']}>{ready.file}</code>
        </p>
      )}
      {isRunning && <p role="status">{words.running}</p>}
      <Dialog
        opened={asks}
        onClose={close}
        closeLabel={text.common.close}
        title={words.confirm(state.version, ready.version)}
        footer={
          <>
            <Button onClick={close}>{text.common.cancel}</Button>
            <Button variant="primary" isPending={install.isPending} onClick={() => void go()}>
              {install.isPending ? words.installing : words.go}
            </Button>
          </>
        }
      >
        <ul className={styles['news']}>
          {words.before.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <ProblemNote problem={install.problem} />
      </Dialog>
    </Note>
  );
}

/** What is new in a version, in the language of the screen. */
export function News({
  notes,
}: {
  readonly notes: { readonly vi: readonly string[]; readonly en: readonly string[] };
}) {
  const lines = notes[useLanguage()];
  if (lines.length === 0) return null;
  return (
    <ul className={styles['news']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
