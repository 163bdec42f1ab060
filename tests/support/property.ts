import { configureGlobal } from 'fast-check';

/** The cases of a property are the same in every run, so that a red run is red again; FC_SEED=random looks for new ones. */
const asked = process.env['FC_SEED'];
if (asked !== 'random') configureGlobal({ seed: Number(asked ?? 20261120) });

export * as fc from 'fast-check';
