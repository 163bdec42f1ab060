import type { Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { readHostAddress } from '#shared/domain/office/host-address.ts';
import { readPairingCode } from '#shared/domain/office/pairing-code.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlugConnected } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import styles from './first-run.module.css';
import { OtherUseFoot } from './other-use-foot.tsx';
import own from './join-step.module.css';

const LOOK_EVERY_MS = 3_000;
const OF_CODE: readonly DeskProblem['code'][] = ['pairing-over', 'code-refused', 'line-relayed'];
const OF_ADDRESS: readonly DeskProblem['code'][] = ['unreachable', 'version-differs'];

/** This PC becomes a counter or a wall of an office that another PC keeps. */
export function JoinStep({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const words = text.firstRun.join;
  const found = useDeskQuery('join.find', {}, { everyMs: LOOK_EVERY_MS });
  const joining = useDeskCommand('join.here');
  const part = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const [isJoined, setJoined] = useState(false);
  useKeys({ Escape: onBack });
  useEffect(() => focusIn(part.current, 'input'), []);

  const places = found.value ?? [];
  const isTyped = address.trim() !== '';
  // Of two that answer nobody is chosen by chance.
  const only = chosen === null && places.length === 1 ? places[0] : undefined;
  const picked = isTyped ? undefined : (places.find((one) => keyOf(one) === chosen) ?? only);
  const at = isTyped ? readHostAddress(address) : (picked ?? null);
  const isCode = readPairingCode(code) !== null;
  const { problem, isPending } = joining;
  const told = problem === undefined ? undefined : joinText(problem, text);
  const toldOf = (codes: readonly DeskProblem['code'][]) =>
    problem !== undefined && codes.includes(problem.code) ? told : undefined;
  const addressFault = isTried && at === null ? words.addressFault : toldOf(OF_ADDRESS);
  const codeFault = isTried && !isCode ? words.codeFault : toldOf(OF_CODE);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isJoined) return;
    setTried(true);
    if (at !== null && isCode) {
      if (picked !== undefined) setChosen(keyOf(picked));
      const reply = await joining.run({ address: at.address, port: at.port, code });
      if (reply.ok) {
        // The window follows by itself: its stream of the former desk has ended.
        setJoined(true);
        sayInBar(words.done(reply.value.name, reply.value.words.join(' ')));
        return;
      }
    }
    requestAnimationFrame(() => focusIn(part.current, '[aria-invalid="true"]'));
  };
  const changed = (set: (value: string) => void) => (value: string) => {
    joining.reset();
    set(value);
  };
  return (
    <main className={own['join']}>
      <form ref={part} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles['body']}>
          <h1>{words.title}</h1>
          <p className={own['lead']}>{words.what}</p>
          <Places
            places={found.value}
            picked={picked}
            onPick={(key) => {
              changed(setAddress)('');
              setChosen(key);
            }}
          />
          <div className={styles['fields']}>
            <TextField
              label={words.address}
              value={address}
              figures
              maxLength={30}
              hint={words.addressHint}
              error={addressFault}
              onType={changed(setAddress)}
            />
            <TextField
              label={words.code}
              value={code}
              figures
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              hint={words.codeHint}
              error={codeFault}
              onType={changed(setCode)}
            />
          </div>
          {told !== undefined && addressFault === undefined && codeFault === undefined && (
            <Note tone="bad" announce className={styles['problem']}>
              {told}
            </Note>
          )}
        </div>
        <OtherUseFoot
          back={words.back}
          go={isPending || isJoined ? words.going : words.go}
          icon={IconPlugConnected}
          isPending={isPending || isJoined}
          onBack={onBack}
        />
      </form>
    </main>
  );
}

type Place = Output<'join.find'>[number];
type PlacesProps = {
  readonly places: readonly Place[] | undefined;
  readonly picked: Place | undefined;
  readonly onPick: (key: string) => void;
};

/** The main PCs that answered, each with the words by which two are told apart. */
function Places({ places, picked, onPick }: PlacesProps) {
  const words = useText().firstRun.join;
  return (
    <fieldset className={own['found']}>
      <legend>{words.found}</legend>
      {(places ?? []).length === 0 && (
        <p className={styles['says']} role="status">
          {places === undefined ? words.looking : words.none}
        </p>
      )}
      {places?.map((place) => (
        <label key={keyOf(place)} className={own['place']}>
          <input
            type="radio"
            name="main-pc"
            checked={place === picked}
            onChange={() => onPick(keyOf(place))}
          />
          <NumberText>{keyOf(place)}</NumberText>
          <span className={styles['says']}>{place.words.join(' · ')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function keyOf({ address, port }: Place): string {
  return `${address}:${port}`;
}

function focusIn(root: HTMLElement | null, selector: string): void {
  root?.querySelector<HTMLElement>(selector)?.focus();
}

/** What a refusal means to whoever joins; said elsewhere of a PC that has joined. */
function joinText(problem: DeskProblem, text: Catalogue): string {
  const { join: words } = text.firstRun;
  if (problem.code === 'unreachable') return words.noAnswer;
  if (problem.code === 'code-refused') return words.wrongCode(problem.triesLeft);
  return problemText(problem, text);
}
