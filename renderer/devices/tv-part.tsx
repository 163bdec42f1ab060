import type { Output } from '#shared/contract/desk-contract.ts';
import { formatStopwatch } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { create } from 'zustand';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group } from '#renderer/settings/page.tsx';
import { Refused } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import own from './devices.module.css';
import { OpenForm } from './open-form.tsx';

const USUAL_PORT = '8080';
const EVERY_MS = 2_000;

/** The code that this window asked for: nobody tells it a second time. */
const useShownCode = create<{ readonly shown: Output<'tv.code'> | null }>()(() => ({ shown: null }));

/** The wall for TVs: where it is open, and the code that one comes in with. */
export function TvPart({ addresses }: { readonly addresses: Output<'lan.state'>['addresses'] }) {
  const words = useText().settings.devices.tv;
  const state = useDeskQuery('tv.state', {}, { everyMs: EVERY_MS }).value;
  const opening = useSaving('tv.open');
  if (state === undefined) return null;
  return (
    <>
      <Group>{words.title}</Group>
      {state.door === null ? (
        <OpenForm
          says={words.shut}
          action={words.open}
          addresses={addresses}
          every={false}
          usualPort={USUAL_PORT}
          saving={opening}
          onOpen={(at) => void opening.run(at)}
        />
      ) : (
        <OpenTv door={state.door} trouble={state.trouble} code={state.code} />
      )}
    </>
  );
}

type State = Output<'tv.state'>;
type OpenTvProps = {
  readonly door: NonNullable<State['door']>;
  readonly trouble: State['trouble'];
  readonly code: State['code'];
};

function OpenTv({ door, trouble, code }: OpenTvProps) {
  const text = useText();
  const words = text.settings.devices.tv;
  const closing = useSaving('tv.close');
  const asking = useSaving('tv.code');
  const ask = () =>
    void asking.run({}).then((reply) => {
      if (reply.ok) useShownCode.setState({ shown: reply.value });
    });
  return (
    <>
      {trouble !== null && (
        <Note tone="bad" announce className={styles['note']}>
          {problemText({ code: 'lan-not-opened', reason: trouble, ...door }, text)}
        </Note>
      )}
      <Facts>
        <Fact
          name={words.isOpen}
          end={
            <Button size="small" isPending={closing.state === 'saving'} onClick={() => void closing.run({})}>
              {words.close}
            </Button>
          }
        >
          <NumberText>{`http://${door.address}:${door.port}`}</NumberText>
        </Fact>
      </Facts>
      <TvCode code={code} />
      <div className={styles['actions']}>
        <Button isPending={asking.state === 'saving'} onClick={ask}>
          {words.getCode}
        </Button>
      </div>
      <Refused saving={asking} />
      <Refused saving={closing} />
      <p className={styles['after']}>
        {words.stays} {words.closeHint}
      </p>
    </>
  );
}

function TvCode({ code }: Pick<OpenTvProps, 'code'>) {
  const words = useText().settings.devices;
  const shown = useShownCode((state) => state.shown);
  const now = useNow(1000);
  if (code === null)
    return shown === null ? null : (
      <Note className={styles['note']} announce>
        {words.tv.codeOver}
      </Note>
    );
  if (code.until !== shown?.until) return <Note className={styles['note']}>{words.tv.codeElsewhere}</Note>;
  return (
    <section className={own['code']} aria-label={words.tv.code}>
      <p className={styles['says']}>{words.tv.code}</p>
      <p className={own['signs']}>
        {[shown.code.slice(0, 4), shown.code.slice(4)].map((group, index) => (
          <NumberText key={index} className={own['group']}>
            {group}
          </NumberText>
        ))}
      </p>
      <div className={own['left']}>
        <strong>
          <NumberText>{words.left(formatStopwatch(Math.max(0, Date.parse(code.until) - now)))}</NumberText>
        </strong>
        <span>{words.tries(code.triesLeft)}</span>
      </div>
    </section>
  );
}
