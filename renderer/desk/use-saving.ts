import type { CommandName, Input, Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import { isDeviceKey } from '#shared/domain/office/default-settings.ts';
import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { useCallback, useEffect, useState } from 'react';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';

/** How long the word that something was saved stays. */
const WORD_MS = 4000;

/** How the latest change in one place of the screen went. */
export type Saving = {
  readonly state: 'still' | 'saving' | 'saved';
  readonly problem: DeskProblem | undefined;
};

type SavingCommand<M extends CommandName> = Saving & {
  readonly run: (input: Input<M>) => Promise<DeskReply<Output<M>>>;
};

/** A command that says beside its field how it went. */
export function useSaving<M extends CommandName>(method: M): SavingCommand<M> {
  const { run: send, isPending, problem } = useDeskCommand(method);
  const [savedTimes, setSavedTimes] = useState(0);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(false), WORD_MS);
    return () => clearTimeout(timer);
  }, [shown, savedTimes]);
  const run = useCallback(
    async (input: Input<M>) => {
      setShown(false);
      const reply = await send(input);
      if (reply.ok) {
        setSavedTimes((times) => times + 1);
        setShown(true);
      }
      return reply;
    },
    [send],
  );
  return { run, problem, state: isPending ? 'saving' : shown ? 'saved' : 'still' };
}

export type OfficeSetting<V> = {
  /** What the desk holds. Text fields show this, so that refused words stay where they were typed. */
  readonly stored: V;
  /** What was chosen, at once, until the desk has answered. */
  readonly value: V;
  readonly save: (next: V) => void;
  readonly saving: Saving;
};

/** One setting of the office, or of this PC where it belongs to a PC, saved at every change. */
export function useOfficeSetting<K extends keyof OfficeSettings>(
  office: Office,
  key: K,
): OfficeSetting<OfficeSettings[K]> {
  const ofOffice = useSaving('office.update');
  const ofDevice = useSaving('device.set-settings');
  const isOfDevice = isDeviceKey(key);
  const { run: _run, ...saving } = isOfDevice ? ofDevice : ofOffice;
  const send = (next: OfficeSettings[K]) => {
    const change = { [key]: next };
    return isOfDevice ? ofDevice.run(change) : ofOffice.run({ settings: change });
  };
  return useSetting(office.settings[key], saving, send);
}

/** A setting that is shown as it was chosen while `send` brings it to the desk. */
export function useSetting<V>(
  stored: V,
  saving: Saving,
  send: (next: V) => Promise<DeskReply<unknown>>,
): OfficeSetting<V> {
  const [sent, setSent] = useState<{ readonly value: V; readonly over: V } | null>(null);
  const value = sent !== null && sent.over === stored ? sent.value : stored;
  const save = (next: V) => {
    if (JSON.stringify(next) === JSON.stringify(value)) return;
    setSent({ value: next, over: stored });
    void send(next).then((reply) => {
      if (!reply.ok) setSent(null);
    });
  };
  return { stored, value, save, saving };
}
