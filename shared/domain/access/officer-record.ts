import type { OfficerRole } from './officer-rules.ts';
import { LOCKED_AT, type KeptPin } from './pin.ts';

/** How many may be on the list, so that a key or a letter finds each. */
export const MOST_OFFICERS = 60;

/** An officer as a desk or a receiving level keeps one, each with roles of its own. */
export type OfficerRecord<R extends string = OfficerRole> = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly roles: readonly R[];
  readonly pin: KeptPin | null;
  /** Wrong PINs in a row. */
  readonly wrong: number;
};

/** What is given of an officer; `pin: null` takes it away. */
type Given<R extends string> = {
  readonly [K in 'name' | 'roles' | 'active' | 'pin']?: OfficerRecord<R>[K] | undefined;
};

/** What a leader sees of an officer. */
export function officerDetail<R extends string>({ id, name, roles, active, pin, wrong }: OfficerRecord<R>) {
  return { id, name, roles: [...roles], active, hasPin: pin !== null, wrong, locked: wrong >= LOCKED_AT };
}

/** An officer after a change; a new PIN, or none, forgives the wrong ones. */
export function changedOfficer<R extends string>(
  former: OfficerRecord<R>,
  { name, roles, active, pin }: Given<R>,
): OfficerRecord<R> {
  return {
    ...former,
    name: name ?? former.name,
    roles: roles ?? former.roles,
    active: active ?? former.active,
    pin: pin === undefined ? former.pin : pin,
    wrong: pin === undefined ? former.wrong : 0,
  };
}

/** Whether who was signed in before a change may go on. */
export function signsInAlike(former: OfficerRecord<string>, next: OfficerRecord<string>): boolean {
  return (
    former.active === next.active &&
    former.pin === next.pin &&
    former.roles.join(' ') === next.roles.join(' ')
  );
}

/** Whether another officer at work has the name of this one. */
export function isNameTaken(
  officers: readonly OfficerRecord<string>[],
  { id, name, active }: OfficerRecord<string>,
): boolean {
  const plain = name.toLowerCase();
  return active && officers.some((one) => one.active && one.id !== id && one.name.toLowerCase() === plain);
}

/** Whether somebody is left who may do everything; with PINs on, one who can sign in. */
export function isLed(officers: readonly OfficerRecord<string>[], pins: boolean): boolean {
  return officers.some(
    ({ active, roles, pin }) => active && roles.includes('leader') && (pin !== null || !pins),
  );
}
