import { dayServices } from './day.ts';
import { fileServices } from './files.ts';
import type { LevelServices } from './level-call.ts';
import { officeServices } from './offices.ts';
import { stateServices } from './state.ts';

/** Every method of the level with its service; a method without one is answered with `unknown-method`. */
export const levelServices = (program: Parameters<typeof stateServices>[0]) =>
  ({
    ...stateServices(program),
    ...officeServices,
    ...fileServices,
    ...dayServices,
  }) satisfies Partial<LevelServices>;
