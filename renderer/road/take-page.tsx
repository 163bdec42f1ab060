import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { takeFocus } from '#renderer/frame/take-focus.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { ExpectedPerson, Visit } from '#shared/contract/visit.ts';
import { matchesName } from '#shared/domain/identity/search-name.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import styles from './visits.module.css';

/** Who is expected at a visit: Enter gives a number to the chosen one, Space marks a family that shares one. */
export function TakePage({ visit, onBack }: { readonly visit: Visit; readonly onBack: () => void }) {
  const text = useText();
  const words = text.visit.take;
  const language = useLanguage();
  const id = useId();
  const { visitId } = visit;
  const people = useDeskQuery('visit.people', { visitId });
  const take = useDeskCommand('visit.take');
  const [typed, setTyped] = useState('');
  const [row, setRow] = useState(0);
  const [family, setFamily] = useState<readonly string[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const searching = useRef<HTMLInputElement>(null);
  const isLoaded = people.value !== undefined;
  useEffect(() => takeFocus(list.current), [isLoaded]);
  const all = people.value ?? [];
  const search = typed.trim();
  const shown = all.filter(
    ({ fullName, idNumberMasked }) =>
      search === '' ||
      (/^\d{1,4}$/.test(search)
        ? (idNumberMasked?.endsWith(search) ?? false)
        : matchesName(search, fullName)),
  );
  const at = Math.min(row, Math.max(0, shown.length - 1));
  const current = shown[at];
  useEffect(() => {
    document.getElementById(`${id}-${current?.whoId}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current?.whoId]);
  const mark = (whoId: string) =>
    setFamily(family.includes(whoId) ? family.filter((one) => one !== whoId) : [...family, whoId]);
  const give = async () => {
    const whoIds = family.length > 0 ? [...family] : current === undefined ? [] : [current.whoId];
    if (whoIds.length === 0 || take.isPending) return;
    const reply = await take.run({ visitId, whoIds });
    if (!reply.ok) return;
    const names = all.filter(({ whoId }) => whoIds.includes(whoId)).map(({ fullName }) => fullName);
    sayInBar(words.given(reply.value.number, names.join(', ')));
    setFamily([]);
    setTyped('');
    setRow(Math.min(all.findIndex(({ whoId }) => whoId === whoIds.at(-1)) + 1, all.length - 1));
  };
  const walk = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, at, shown.length, 10);
    if (next !== null) setRow(next);
    else if (event.key === ' ' && current !== undefined) mark(current.whoId);
    else if (event.key !== 'Enter') return;
    // A key that is held gives one number.
    else if (!event.repeat) void give();
    event.preventDefault();
  };
  useScreenKeys([
    { key: 'Escape', label: text.visit.visits.title, run: onBack },
    { key: 'Alt+S', label: words.search, run: () => searching.current?.focus() },
  ]);
  const count = (value: number) => formatNumber(value, language);
  const left = all.filter(({ number }) => number === null).length;
  const problem = people.problem ?? take.problem;
  return (
    <section className={styles['list']} aria-label={words.title(visit.place)}>
      <ColumnHead
        title={words.title(visit.place)}
        hint={words.left(count(left), count(all.length))}
        end={
          <Button
            size="small"
            keyHint="Esc"
            icon={<IconArrowLeft size={16} aria-hidden="true" />}
            onClick={onBack}
          >
            {text.visit.visits.title}
          </Button>
        }
      />
      <div className={styles['tools']}>
        <ListSearch ref={searching} label={words.search} value={typed} onType={setTyped} listId={id} />
      </div>
      <div className={join(styles['person'], styles['heads'])} aria-hidden="true">
        <span />
        <span>{words.column.name}</span>
        <span>{words.column.born}</span>
        <span>{words.column.place}</span>
        <span>{words.column.state}</span>
        <span>{words.column.number}</span>
      </div>
      <div
        id={id}
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={words.title(visit.place)}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.whoId}`}
        tabIndex={0}
        data-focus-home
        className={styles['rows']}
        onKeyDown={walk}
      >
        {shown.map((person, index) => (
          <div
            key={person.whoId}
            id={`${id}-${person.whoId}`}
            role="option"
            aria-selected={index === at}
            className={styles['person']}
            onClick={() => setRow(index)}
            onDoubleClick={() => mark(person.whoId)}
          >
            <Row person={person} isMarked={family.includes(person.whoId)} />
          </div>
        ))}
      </div>
      {isLoaded && shown.length === 0 ? (
        <p className={styles['empty']} role="status">
          {words.noMatch}
        </p>
      ) : null}
      <ProblemNote problem={problem} className={styles['trouble']} />
      <div className={styles['bar']}>
        <p>{words.hint}</p>
        <Button variant="primary" keyHint="Enter" isPending={take.isPending} onClick={() => void give()}>
          {family.length > 1 ? words.giveFamily(count(family.length)) : words.give}
        </Button>
      </div>
    </section>
  );
}

function Row({ person, isMarked }: { readonly person: ExpectedPerson; readonly isMarked: boolean }) {
  const text = useText();
  const { fullName, birthDate, place, state, home, number } = person;
  const said =
    home !== null ? text.visit.homeState[home.state] : state === null ? '' : text.roster.state[state];
  return (
    <>
      <span>
        {isMarked && <IconCheck size={15} stroke={2} role="img" aria-label={text.visit.take.marked} />}
      </span>
      <b title={fullName}>{fullName}</b>
      <NumberText>{birthDate?.slice(0, 4) ?? '–'}</NumberText>
      <span title={place ?? undefined}>{place ?? '–'}</span>
      <span className={styles['quiet']}>{said}</span>
      <NumberText>{number ?? '–'}</NumberText>
    </>
  );
}
