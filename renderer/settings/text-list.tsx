import { IconArrowBackUp, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { ChooseFolder } from '#renderer/frame/pc-folder.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Saving } from '#renderer/desk/use-saving.ts';
import { Group } from './page.tsx';
import { Refused, SavedWord } from './row.tsx';
import { pastedLines } from './pasted-lines.ts';
import page from './settings.module.css';
import styles from './text-list.module.css';

type TextListProps = {
  readonly title: string;
  readonly hint?: string;
  readonly saving: Saving;
  readonly lines: readonly string[];
  readonly most: number;
  readonly maxLength: number;
  readonly nameOf: (place: number) => string;
  readonly addLabel: string;
  readonly placeholder?: string;
  readonly empty: ReactNode;
  /** The lines are folders, which may be chosen too. */
  readonly folders?: boolean;
  /** Why a line cannot be taken, found out before it is saved. */
  readonly check?: (line: string) => Promise<string | undefined>;
  readonly onSave: (lines: readonly string[]) => void;
};

/** A group of its own for a short list of words: changed in place, added at its end, and what was taken out can be had back. */
export function TextList({
  title,
  hint,
  saving,
  lines,
  most,
  maxLength,
  nameOf,
  addLabel,
  placeholder,
  empty,
  folders = false,
  check,
  onSave,
}: TextListProps) {
  const words = useText().settings;
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<{ readonly at: number; readonly says: string } | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [removed, setRemoved] = useState<{ readonly line: string; readonly at: number } | null>(null);
  const [said, setPasted] = useState('');
  const has = (line: string, except: number) =>
    lines.some(
      (other, at) => at !== except && other.toLocaleLowerCase('vi') === line.toLocaleLowerCase('vi'),
    );

  /** Whether a line stands; what is wrong with it is said beside it. */
  const stands = async (at: number, line: string): Promise<boolean> => {
    if (has(line, at)) {
      setFault({ at, says: words.twice(line) });
      return false;
    }
    setFault(null);
    if (check === undefined) return true;
    if (isTrying) return false;
    setTrying(true);
    const says = await check(line);
    setTrying(false);
    if (says !== undefined) setFault({ at, says });
    return says === undefined;
  };
  const change = async (at: number, value: string) => {
    const line = value.trim();
    if (line === '') return setFault({ at, says: words.needed });
    if (line === lines[at]) return setFault(null);
    if (await stands(at, line)) onSave(lines.with(at, line));
  };
  const add = async (value: string) => {
    const line = value.trim();
    if (line === '') return setFault(null);
    if (!(await stands(-1, line))) return;
    setTyped('');
    onSave([...lines, line]);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    // One line is typing; where each line is tried first, they come one by one.
    if (check !== undefined || !/[\r\n]./.test(pasted)) return;
    event.preventDefault();
    const { added, leftOut } = pastedLines(pasted, { lines, most, maxLength });
    setFault(null);
    setRemoved(null);
    setPasted(words.pasted(added.length, leftOut));
    if (added.length > 0) onSave([...lines, ...added]);
  };
  const remove = (at: number) => {
    const line = lines[at];
    if (line === undefined) return;
    setFault(null);
    setPasted('');
    setRemoved({ line, at });
    onSave(lines.toSpliced(at, 1));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-restore]')?.focus());
  };
  const restore = () => {
    if (removed === null || has(removed.line, -1)) return setRemoved(null);
    onSave(lines.toSpliced(removed.at, 0, removed.line));
    setRemoved(null);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('li input')[removed.at]?.focus());
  };
  return (
    <>
      <div className={page['groupLine']}>
        <Group>{title}</Group>
        <SavedWord saving={saving} />
      </div>
      {hint !== undefined && <p className={page['says']}>{hint}</p>}
      <div className={page['listPlace']}>
        <div ref={list} className={styles['list']} role="group" aria-label={title}>
          {lines.length === 0 && <p className={styles['empty']}>{empty}</p>}
          <ol>
            {lines.map((line, at) => (
              <li key={at}>
                <NumberText className={styles['place']} aria-hidden="true">
                  {at + 1}
                </NumberText>
                <TextField
                  label={nameOf(at + 1)}
                  showLabel={false}
                  value={line}
                  maxLength={maxLength}
                  error={fault?.at === at ? fault.says : undefined}
                  onCommit={(value) => void change(at, value)}
                />
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={words.removeOne(line)}
                  icon={<IconX aria-hidden="true" />}
                  onClick={() => remove(at)}
                />
              </li>
            ))}
          </ol>
          {lines.length < most ? (
            <div className={styles['add']}>
              <IconPlus size={16} stroke={1.75} aria-hidden="true" />
              <TextField
                label={addLabel}
                showLabel={false}
                placeholder={placeholder ?? addLabel}
                value={typed}
                maxLength={maxLength}
                error={fault?.at === -1 ? fault.says : undefined}
                onType={setTyped}
                onPaste={paste}
                onCommit={(value) => void add(value)}
              />
              {folders && <ChooseFolder from={lines.at(-1) ?? ''} onChosen={(line) => void add(line)} />}
            </div>
          ) : (
            <p className={styles['empty']}>{words.tooMany(most)}</p>
          )}
          <p role="status" className={styles['removed']}>
            {isTrying ? words.trying : said}
            {removed !== null && (
              <>
                {words.removed(removed.line)}
                <Button
                  variant="quiet"
                  size="small"
                  data-restore
                  icon={<IconArrowBackUp aria-hidden="true" />}
                  onClick={restore}
                >
                  {words.restore}
                </Button>
              </>
            )}
          </p>
        </div>
        <Refused saving={saving} />
      </div>
    </>
  );
}
