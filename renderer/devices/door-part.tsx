import type { Output } from '#shared/contract/desk-contract.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group } from '#renderer/settings/page.tsx';
import { Refused, Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

type State = Output<'lan.state'>;
type Door = NonNullable<State['door']>;

const EVERY_ADDRESS = '0.0.0.0';
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
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState(USUAL_PORT);
  const [isTried, setTried] = useState(false);
  const port = /^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  const isPort = port >= 1 && port <= 65_535;
  const address = chosen ?? addresses[0]?.address;
  const open = () => {
    setTried(true);
    if (address !== undefined && isPort) void opening.run({ address, port });
  };
  if (address === undefined) return <Note className={styles['note']}>{words.noAddress}</Note>;
  return (
    <>
      <p className={styles['says']}>{words.shut}</p>
      <Row title={words.address} hint={words.addressHint}>
        <SelectField
          label={words.address}
          showLabel={false}
          options={[
            ...addresses.map((one) => ({
              value: one.address,
              label: words.addressOf(one.address, one.name),
            })),
            { value: EVERY_ADDRESS, label: words.everyAddress },
          ]}
          value={address}
          onChange={setChosen}
        />
      </Row>
      <Row title={words.port} hint={words.portHint}>
        <TextField
          label={words.port}
          showLabel={false}
          figures
          inputMode="numeric"
          maxLength={5}
          value={typed}
          error={isTried && !isPort ? words.portFault : undefined}
          onType={setTyped}
        />
      </Row>
      <Note className={styles['note']}>{words.firewall}</Note>
      <div className={styles['actions']}>
        <Button
          variant="primary"
          icon={<IconPlugConnected aria-hidden="true" />}
          isPending={opening.state === 'saving'}
          onClick={open}
        >
          {words.open}
        </Button>
      </div>
      <Refused saving={opening} />
    </>
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
