import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ListExport } from '#renderer/exports/list-export.tsx';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Office } from '#shared/contract/office.ts';
import { matchesName } from '#shared/domain/identity/search-name.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconFileImport } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { AddMember } from './add-member.tsx';
import { AgenciesList } from './agencies-list.tsx';
import { AgencyDialog } from './agency-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MemberMarks } from './member-marks.tsx';
import { MembersList } from './members-list.tsx';
import { fits, type Filter } from './member-filter.ts';
import { ProgressPane } from './progress-pane.tsx';
import styles from './roster.module.css';

type Open = 'import' | 'new' | 'edit' | 'add' | 'file' | null;

/** Agencies whose people are to be brought to 100 %: how far each has come, who is missing, and what to send back. */
export function RosterScreen({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.roster;
  const language = useLanguage();
  const rosters = useDeskQuery('roster.list', {});
  const [asked, setAsked] = useState<string | null>(null);
  const roster = rosters.value?.find(({ rosterId }) => rosterId === asked) ?? rosters.value?.[0];
  const rosterId = roster?.rosterId ?? '';
  const members = useDeskQuery('roster.members', { rosterId }, { enabled: roster !== undefined });
  const taking = useDeskCommand('roster.take-back');
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [row, setRow] = useState(0);
  const [open, setOpen] = useState<Open>(null);
  const people = useRef<HTMLDivElement>(null);
  const searching = useRef<HTMLInputElement>(null);

  const all = members.value ?? [];
  const shown = all.filter(
    (member) =>
      fits(filter, member) &&
      (search === '' ||
        (/^\d{1,4}$/.test(search)
          ? (member.idNumberMasked?.endsWith(search) ?? false)
          : matchesName(search, member.fullName))),
  );
  const at = Math.min(row, Math.max(0, shown.length - 1));
  const isLoaded = members.value !== undefined;
  useEffect(() => takeFocus(people.current), [isLoaded]);

  const left = all.filter((member) => member.fullName !== '' && !fits('done', member));
  const nothingLeft = left.length === 0 ? words.nothingToPrint : undefined;
  const printOff =
    nothingLeft ?? (office.settings.printing === 'none' ? text.followUp.printingOff : undefined);
  const print = async () => {
    if (roster === undefined) return;
    const { printRoster } = await import('./roster-sheet.tsx');
    const isSent = await printRoster({ office, roster, members: left, language });
    sayInBar(isSent ? words.printed : words.notPrinted);
  };
  const takeBack = async () => {
    const reply = await taking.run({ rosterId });
    sayInBar(reply.ok ? words.takenBack : problemText(reply.problem, text));
  };
  const hasRosters = (rosters.value?.length ?? 0) > 0;
  useScreenKeys([
    {
      key: 'Alt+N',
      label: words.importList,
      run: () => setOpen('import'),
      keywords: 'csv xlsx excel',
    },
    ...(hasRosters
      ? [
          { key: 'F8' as const, label: words.print, run: () => void print(), disabledReason: printOff },
          { key: 'Alt+S' as const, label: words.keySearch, run: () => searching.current?.focus() },
          { label: words.addPerson, run: () => setOpen('add') },
          { label: words.edit, run: () => setOpen('edit') },
          {
            label: words.toFile,
            run: () => setOpen('file'),
            disabledReason: nothingLeft,
            keywords: 'xlsx csv excel',
          },
          ...(roster?.takesBack === true ? [{ label: words.takeBack, run: () => void takeBack() }] : []),
        ]
      : []),
    { label: words.newRoster, run: () => setOpen('new') },
  ]);

  const choose = (id: string) => {
    setAsked(id);
    setRow(0);
  };
  const close = (id?: string) => {
    setOpen(null);
    if (id !== undefined) choose(id);
  };
  const problem = rosters.problem ?? members.problem;
  return (
    <>
      {problem !== undefined ? (
        <Note tone="bad" announce className={styles['trouble']}>
          {problemText(problem, text)}
        </Note>
      ) : rosters.value === undefined ? null : roster === undefined ? (
        <div className={styles['nothing']}>
          <h2>{words.none}</h2>
          <p>{words.noneHint}</p>
          <Button
            variant="primary"
            icon={<IconFileImport size={16} aria-hidden="true" />}
            keyHint="Alt+N"
            onClick={() => setOpen('import')}
          >
            {words.importList}
          </Button>
          <Button variant="quiet" onClick={() => setOpen('new')}>
            {words.newRoster}
          </Button>
        </div>
      ) : (
        <div className={styles['columns']}>
          <AgenciesList
            rosters={rosters.value}
            chosen={rosterId}
            onChoose={choose}
            onImport={() => setOpen('import')}
            onNew={() => setOpen('new')}
          />
          <MembersList
            ref={people}
            searching={searching}
            roster={roster}
            members={all}
            shown={shown}
            filter={filter}
            onFilter={(next) => {
              setFilter(next);
              setRow(0);
            }}
            typed={typed}
            onType={setTyped}
            at={at}
            onChoose={setRow}
          />
          <ProgressPane
            roster={roster}
            printOff={printOff}
            onPrint={() => void print()}
            fileOff={nothingLeft}
            onFile={() => setOpen('file')}
            onEdit={() => setOpen('edit')}
            onAdd={() => setOpen('add')}
            onTakeBack={() => void takeBack()}
          >
            <MemberMarks key={shown[at]?.memberId} member={shown[at]} />
          </ProgressPane>
        </div>
      )}
      {open === 'import' && <ImportDialog onClose={close} />}
      {open === 'new' && <AgencyDialog onClose={close} />}
      {open === 'edit' && roster !== undefined && <AgencyDialog roster={roster} onClose={close} />}
      {open === 'file' && roster !== undefined && (
        <ListExport
          title={words.toFile}
          says={words.fileSays(roster.name)}
          fullLabel={words.fileFull}
          subject={(unmasked) => ({ kind: 'roster', rosterId, unmasked })}
          onClose={() => close()}
        />
      )}
      {open === 'add' && roster !== undefined && <AddMember rosterId={rosterId} onClose={() => close()} />}
    </>
  );
}
