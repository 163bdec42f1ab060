import type { Output } from '#shared/contract/desk-contract.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group } from '#renderer/settings/page.tsx';
import { Refused } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { EVERY_ADDRESS, OpenForm } from './open-form.tsx';

type State = Output<'lan.state'>;
type Door = NonNullable<State['door']>;

const USUAL_PORT = '47200';

export function DoorPart({ state }: { readonly state: State }) {
  const words = useText().settings.devices;
  return (
    <>
      <Group>{words.door}</Group>
      {state.door === null ? (
        <ShutDoor addresses={state.addresses} />
      ) : (
        <OpenDoor state={state} door={state.door} />
      )}
    </>
  );
}

function ShutDoor({ addresses }: { readonly addresses: State['addresses'] }) {
  const words = useText().settings.devices;
  const opening = useSaving('lan.open');
  return (
    <OpenForm
      says={words.shut}
      action={words.open}
      addresses={addresses}
      every
      usualPort={USUAL_PORT}
      saving={opening}
      onOpen={(at) => void opening.run(at)}
    />
  );
}

function OpenDoor({ state, door }: { readonly state: State; readonly door: Door }) {
  const text = useText();
  const words = text.settings.devices;
  const closing = useSaving('lan.close');
  const { trouble, addresses } = state;
  const { port } = door;
  const all = addresses.map(({ address }) => address);
  const at = door.address === EVERY_ADDRESS ? all : [door.address];
  return (
    <>
      {trouble !== null && (
        <Note tone="bad" announce className={styles['note']}>
          {problemText({ code: 'lan-not-opened', reason: trouble, address: door.address, port }, text)}
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
          {at.map((address) => (
            <NumberText key={address}>{`${address}:${port}`}</NumberText>
          ))}
        </Fact>
        <Fact name={words.words}>{door.words.join(' · ')}</Fact>
      </Facts>
      <p className={styles['after']}>
        {words.closeHint} {words.firewall}
      </p>
      <Refused saving={closing} />
    </>
  );
}
