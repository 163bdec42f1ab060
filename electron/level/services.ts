import type { Pins } from '#electron/access/pins.ts';
import type { LevelAccess } from './access/access.ts';
import { officerServices } from './access/officers.ts';
import { signInServices } from './access/sign-in.ts';
import { backupServices } from './backup.ts';
import { callNoteServices } from './call-notes.ts';
import { causeServices } from './causes.ts';
import { dayServices } from './day.ts';
import { exportServices } from './export/level-export.ts';
import { fileServices } from './files.ts';
import type { LevelServices } from './level-call.ts';
import { officeTableServices } from './office-table.ts';
import { officeServices } from './offices.ts';
import { oneOfficeServices } from './one-office.ts';
import { periodServices } from './period.ts';
import { stateServices } from './state.ts';
import { targetServices } from './targets.ts';
import { pcServices, type BecomeDesk } from './this-pc.ts';
import { typedServices } from './typed.ts';

/** Every method of the level with its service; a method without one is answered with `unknown-method`. */
export const levelServices = (
  program: Parameters<typeof stateServices>[0] & { readonly becomeDesk?: BecomeDesk | undefined },
  access: LevelAccess,
  pins: Pins,
) =>
  ({
    ...officerServices(access, pins),
    ...signInServices(access, pins),
    ...stateServices(program),
    ...pcServices(program.becomeDesk),
    ...officeServices,
    ...officeTableServices,
    ...fileServices,
    ...callNoteServices,
    ...typedServices,
    ...dayServices,
    ...periodServices,
    ...causeServices,
    ...oneOfficeServices,
    ...targetServices,
    ...backupServices,
    ...exportServices,
  }) satisfies Partial<LevelServices>;
