import { useDesk, useDeskStart } from '#renderer/desk/desk-context.ts';
import { giveCommand } from '#renderer/desk/send-command.ts';
import { coverWindow, ownSession } from '#renderer/desk/session.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import { useSigningPlace } from './signing-place.ts';

type Officers = Output<'officer.list'>;

type SigningRule = {
  /** With PINs. */
  readonly pins: boolean;
  readonly lockMinutes: number;
  /** Those who may sign in, in the order of their keys. */
  readonly officers: Officers;
  /** Whether there is anything to sign in to: an office of one without a PIN knows nothing of it. */
  readonly isAsked: boolean;
};

/** How one signs in here. A level answers also before anybody may see anything of it. */
export function useSigningRule(): SigningRule {
  const place = useSigningPlace();
  const isOpen = useDeskStart().start.state === 'open';
  const enabled = place !== null || isOpen;
  const policy = useDeskQuery('access.policy', {}, { enabled }).value;
  const list = useDeskQuery('officer.list', {}, { enabled }).value ?? [];
  const officers = list.filter((officer) => !('active' in officer) || officer.active);
  const pins = policy?.pins === 'on';
  return {
    pins,
    lockMinutes: policy?.lockMinutes ?? 0,
    officers,
    isAsked: pins || officers.length > (place === null ? 1 : 0),
  };
}

/** Covers the window for whoever comes next; with PINs the session is locked too. */
export function useChangeOfficer(): (why: 'locked' | 'change', officerId: string | null) => void {
  const desk = useDesk();
  return (why, officerId) => {
    coverWindow(why, officerId);
    if (ownSession() !== undefined) void giveCommand(desk, 'session.lock', {});
  };
}
