import { signedIn, useSigning } from '#renderer/desk/session.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useSaving, type Saving } from '#renderer/desk/use-saving.ts';
import { showRecoveryKey } from '#renderer/safety/recovery-key.ts';
import type { OfficerDetail } from '#shared/contract/officer.ts';

/**
 * Switches PINs on or off. Whoever switches them on is signed in first, as a leader who has a PIN: the window stays open, with the
 * recovery key on it.
 */
export function useSwitchPins(officers: readonly OfficerDetail[]): [(on: boolean) => void, Saving] {
  const enter = useDeskCommand('session.open');
  const switching = useSaving('access.set-policy');
  const here = useSigning().officerId;
  const leaders = officers.filter(
    ({ active, hasPin, roles }) => active && hasPin && roles.includes('leader'),
  );
  const leader = leaders.find(({ id }) => id === here) ?? leaders[0];
  const setPins = async (on: boolean) => {
    if (on && leader !== undefined) {
      const entered = await enter.run({ officerId: leader.id });
      if (entered.ok) signedIn(entered.value.session, leader.id);
    }
    const reply = await switching.run({ pins: on ? 'on' : 'off' });
    if (reply.ok && reply.value.recoveryKey !== null) showRecoveryKey(reply.value.recoveryKey);
  };
  return [(on) => void setPins(on), switching];
}
