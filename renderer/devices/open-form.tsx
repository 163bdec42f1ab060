import type { Output } from '#shared/contract/desk-contract.ts';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import type { Saving } from '#renderer/desk/use-saving.ts';
import { Refused, Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export const EVERY_ADDRESS = '0.0.0.0';

type OpenFormProps = {
  /** What is said while the door is shut, and of the button that opens it. */
  readonly says: string;
  readonly action: string;
  readonly addresses: Output<'lan.state'>['addresses'];
  /** It can be opened at all addresses together. */
  readonly every: boolean;
  readonly usualPort: string;
  readonly saving: Saving;
  readonly onOpen: (at: { address: string; port: number }) => void;
};

/** Where a door is to be opened: an address of this PC and a port. */
export function OpenForm({ says, action, addresses, every, usualPort, saving, onOpen }: OpenFormProps) {
  const words = useText().settings.devices;
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState(usualPort);
  const [isTried, setTried] = useState(false);
  const port = /^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  const isPort = port >= 1 && port <= 65_535;
  const address = chosen ?? addresses[0]?.address;
  const open = () => {
    setTried(true);
    if (address !== undefined && isPort) onOpen({ address, port });
  };
  if (address === undefined) return <Note className={styles['note']}>{words.noAddress}</Note>;
  const named = addresses.map((one) => ({
    value: one.address,
    label: words.addressOf(one.address, one.name),
  }));
  return (
    <>
      <p className={styles['says']}>{says}</p>
      <Row title={words.address} hint={words.addressHint}>
        <SelectField
          label={words.address}
          showLabel={false}
          options={every ? [...named, { value: EVERY_ADDRESS, label: words.everyAddress }] : named}
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
          variant={every ? 'primary' : 'plain'}
          icon={<IconPlugConnected aria-hidden="true" />}
          isPending={saving.state === 'saving'}
          onClick={open}
        >
          {action}
        </Button>
      </div>
      <Refused saving={saving} />
    </>
  );
}
