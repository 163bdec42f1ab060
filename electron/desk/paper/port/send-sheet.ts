import type { PrintRoute } from '#shared/domain/printing/route.ts';
import { PRINT_TROUBLES, type PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { saveWhole } from '../../whole-file.ts';
import { Refusal } from '../../refusal.ts';
import type { DriverPort, SheetOrder } from './driver-port.ts';

/** What became of handing a sheet over. `mayHavePrinted` tells of a failure after which some paper may lie in the tray. */
export type Sending = {
  readonly trouble: PrintTrouble | null;
  readonly mayHavePrinted: boolean;
  readonly attempts: number;
};

/** What a driver refuses at once, before any paper: a person may choose another printer in the dialogue. */
const askPerson: ReadonlySet<PrintTrouble | null> = new Set(['no-device', 'driver-failed']);

/** Prints through a driver: without a question first where that is the route, then, once, through the dialogue. */
export async function printByDriver(
  drivers: DriverPort,
  order: SheetOrder,
  route: Extract<PrintRoute, 'driver-silent' | 'driver-dialog'>,
): Promise<Sending> {
  const first = await drivers.print(order, route === 'driver-silent' ? 'silent' : 'dialog');
  if (first.trouble === null) return { trouble: null, mayHavePrinted: false, attempts: 1 };
  if (route === 'driver-dialog' || first.mayHavePrinted || !askPerson.has(first.trouble)) {
    return { ...first, attempts: 1 };
  }
  return { mayHavePrinted: false, ...(await drivers.print(order, 'dialog')), attempts: 2 };
}

/** What the names of all printed files begin with; a training desk's files say so before anything else. */
function nameStart(training: boolean): string {
  return training ? 'tap-huan-qtd-phieu-' : 'qtd-phieu-';
}

/** The name of a sheet's file; it says nothing of the person: `qtd-phieu-2026-11-20-A012-huong-dan-a5-in-lai-1.pdf`. */
export function sheetFileName(
  sheet: { businessDay: string; number: string | null; copy: number } & Pick<
    SheetOrder,
    'form' | 'sheet' | 'format' | 'training'
  >,
): string {
  const kind = sheet.sheet === 'number' ? 'so-thu-tu' : 'huong-dan';
  const name = sheet.form === null ? `${sheet.number}-${kind}` : sheet.form.replace('.', '-');
  const reprint = sheet.copy === 0 ? '' : `-in-lai-${sheet.copy}`;
  return `${nameStart(sheet.training)}${sheet.businessDay}-${name}-${sheet.format}${reprint}.pdf`;
}

/** Writes a sheet as a whole PDF file or not at all. */
export async function printToFile(
  drivers: DriverPort,
  order: SheetOrder,
  folder: string,
  fileName: string,
): Promise<Sending> {
  const failed = (trouble: PrintTrouble): Sending => ({ trouble, mayHavePrinted: false, attempts: 1 });
  if (folder === '') return failed('no-folder');
  const file = await drivers.pdf(order);
  if (file.trouble !== null) return failed(file.trouble);
  try {
    await saveWhole(folder, fileName, file.bytes);
    return { trouble: null, mayHavePrinted: false, attempts: 1 };
  } catch (error) {
    const code = error instanceof Refusal ? error.problem.code : '';
    const trouble = PRINT_TROUBLES.find((known) => known === code);
    if (trouble === undefined) throw error;
    return failed(trouble);
  }
}
