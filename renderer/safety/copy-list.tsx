import type { Output } from '#shared/contract/desk-contract.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ChooseFolder } from '#renderer/frame/pc-folder.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import styles from './copy-list.module.css';

type Copy = Output<'backup.list'>[number];

type CopyListProps = {
  readonly onRestored?: () => void;
  /** On a PC that has no data of its own: only copies that are brought are of use. */
  readonly onNewPc?: boolean;
};

/** The copies of this office, or those on a disk or in a folder that is named, each with the way back to it. */
export function CopyList({ onRestored, onNewPc = false }: CopyListProps) {
  const words = useText().settings.copies;
  const language = useLanguage();
  const found = useDeskQuery('backup.find', {}).value;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Copy | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const folder = typed ?? (onNewPc ? (found?.[0]?.folder ?? '') : '');
  const isAsked = folder !== '' || !onNewPc;
  const copies = useDeskQuery('backup.list', folder === '' ? {} : { folder }, { enabled: isAsked }).value;
  /** The list that was asked for takes the focus when it is there: Enter then restores its newest. */
  const wish = useRef(onNewPc);
  useEffect(() => {
    const first = table.current?.querySelector('button');
    if (!wish.current || first == null) return;
    wish.current = false;
    first.focus();
  }, [copies]);
  const look = (where: string) => {
    wish.current = where !== '';
    setTyped(where);
  };
  return (
    <>
      {found !== undefined && found.length > 0 && (
        <div className={styles['found']} role="group" aria-label={words.found}>
          <p>{words.found}</p>
          {found.map((disk) => (
            <Button
              key={disk.folder}
              size="small"
              aria-pressed={disk.folder === folder}
              onClick={() => look(disk.folder)}
            >
              {words.foundOne(disk.folder, disk.offices.join(', '), formatInstant(disk.newest, language))}
            </Button>
          ))}
        </div>
      )}
      <TextField
        label={onNewPc ? words.brought : words.lookIn}
        hint={onNewPc ? words.broughtHint : words.lookInHint}
        value={typed ?? ''}
        maxLength={400}
        data-look-in
        onCommit={(where) => look(where.trim())}
      />
      <ChooseFolder from={folder} onChosen={look} />
      {isAsked && copies === undefined && <p role="status">{words.looking}</p>}
      {copies?.length === 0 && (
        <p role="status">{folder === '' ? words.listNone : words.noneThere(folder)}</p>
      )}
      {copies !== undefined && copies.length > 0 && (
        <table ref={table} className={styles['list']}>
          <thead>
            <tr>
              {[words.at, words.day, words.tickets, words.after, words.check, words.restore].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={copy.id} title={copy.places.join('\n')}>
                <th scope="row">{formatInstant(copy.at, language)}</th>
                <td>{copy.businessDay === null ? '' : formatDay(copy.businessDay, language)}</td>
                <td>{formatNumber(copy.tickets, language)}</td>
                <td>
                  <After copy={copy} />
                </td>
                <td>
                  {copy.verified ? words.verified : words.notWhole}
                  {copy.encrypted && `. ${words.sealed}`}
                </td>
                <td>
                  {copy.verified && (
                    <Button
                      size="small"
                      aria-label={words.restoreOne(formatInstant(copy.at, language))}
                      onClick={() => setChosen(copy)}
                    >
                      {words.restore}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen !== null && (
        <RestoreDialog
          copy={chosen}
          folder={folder}
          isNewPc={onNewPc}
          after={<After copy={chosen} />}
          onClose={() => setChosen(null)}
          onRestored={() => {
            setChosen(null);
            onRestored?.();
          }}
        />
      )}
    </>
  );
}

/** How many tickets were given after a copy, as far as anybody knows. */
function After({ copy: { ticketsAfter, moreAfter } }: { readonly copy: Copy }) {
  const words = useText().settings.copies;
  const language = useLanguage();
  if (ticketsAfter === null) return words.notKnown;
  const tickets = formatNumber(ticketsAfter, language);
  return moreAfter === true ? words.atLeast(tickets) : tickets;
}
