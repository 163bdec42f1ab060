import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { defaultPrinter } from '#shared/domain/office/default-settings.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Drawing } from './print-alone.ts';

type JobDrawing =
  | { readonly ok: true; readonly profile: PrinterProfile; readonly draw: Drawing }
  | { readonly ok: false; readonly problem: DeskProblem };

/** Asks the desk for everything a stored job shows and how its printer wants it, and says how it is drawn. */
export async function jobDrawing(client: DeskClient, job: PrintJob, language: Language): Promise<JobDrawing> {
  const [office, sheet] = await Promise.all([client.call('office.show', {}), sheetOf(client, job, language)]);
  if (!office.ok) return office;
  if (!sheet.ok) return sheet;
  const profile = office.value?.settings.printers[job.sheet] ?? defaultPrinter;
  return { ok: true, profile, draw: (place) => sheet.draw(place, profile) };
}

type SheetOf =
  | { readonly ok: true; readonly draw: (place: HTMLElement, profile: PrinterProfile) => ReturnType<Drawing> }
  | { readonly ok: false; readonly problem: DeskProblem };

async function sheetOf(client: DeskClient, job: PrintJob, language: Language): Promise<SheetOf> {
  if (job.form !== null) return formOf(client, job.form, job.format);
  if (job.ticketId === null || (job.sheet !== 'number' && job.sheet !== 'guidance')) {
    return { ok: false, problem: { code: 'unknown-print-job' } };
  }
  const slip = await client.call('slip.show', { ticketId: job.ticketId, sheet: job.sheet, jobId: job.id });
  if (!slip.ok) return slip;
  return {
    ok: true,
    draw: async (place, profile) => {
      const { drawSheet } = await import('#renderer/paper/slip/draw-sheet.tsx');
      return drawSheet(place, slip.value, language, profile);
    },
  };
}

async function formOf(client: DeskClient, form: string, format: PrintJob['format']): Promise<SheetOf> {
  const [{ loadMaterial }, { readForm }] = await Promise.all([
    import('#renderer/paper/handout/material.ts'),
    import('#renderer/paper/handout/handout-order.ts'),
  ]);
  const order = readForm(form, format);
  if (order === undefined) return { ok: false, problem: { code: 'unknown-print-job' } };
  const loaded = await loadMaterial(client, new Date().toISOString());
  if (!loaded.ok) return loaded;
  return {
    ok: true,
    draw: async (place, profile) => {
      const { drawHandout } = await import('#renderer/paper/handout/draw-handout.tsx');
      return drawHandout(place, order, loaded.material, profile);
    },
  };
}
