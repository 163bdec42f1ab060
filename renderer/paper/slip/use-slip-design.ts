import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { type NumberedDesign, shippedDesign } from '#shared/domain/slip/design.ts';

/** Stands until the desk has answered, so that a preview never waits. */
const SHIPPED: NumberedDesign = {
  logo: null,
  officeLines: [],
  footer: [],
  number: [...shippedDesign.number],
  guidance: [...shippedDesign.guidance],
  version: 1,
};

/** The design that a new slip of this office is printed with. */
export function useSlipDesign(): NumberedDesign {
  return useDeskQuery('slip.design', {}).value?.current ?? SHIPPED;
}
