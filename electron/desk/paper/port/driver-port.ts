import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { PrinterDevice } from '#shared/contract/print.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import type { Language } from '#shared/domain/language.ts';

/** One sheet for the drivers of this PC. The print page draws it from the job; nothing of the person is in the order. */
export type SheetOrder = {
  readonly jobId: string;
  /** A sheet of this ticket, or the form; one of the two. */
  readonly ticketId: string | null;
  readonly form: string | null;
  readonly sheet: PrinterKind;
  readonly format: SheetFormat;
  readonly language: Language;
  readonly training: boolean;
  /** The driver's name of the printer; empty for the default printer. */
  readonly device: string;
  readonly copies: number;
};

export type SheetResult =
  | { readonly trouble: null }
  | { readonly trouble: PrintTrouble; readonly mayHavePrinted: boolean };

type SheetFile =
  | { readonly trouble: null; readonly bytes: Uint8Array }
  | { readonly trouble: PrintTrouble; readonly mayHavePrinted: false };

/** The printers that the drivers of this PC know. The shell has one; the host has none. Nothing here rejects or hangs. */
export type DriverPort = {
  /** Undefined when the drivers do not answer in time. */
  devices(): Promise<readonly PrinterDevice[] | undefined>;
  /** Hands a sheet to the driver, without a question or through the dialogue of the system. */
  print(order: SheetOrder, way: 'silent' | 'dialog'): Promise<SheetResult>;
  /** The sheet as the bytes of a PDF file. */
  pdf(order: SheetOrder): Promise<SheetFile>;
};
