import type { Catalogue } from '#shared/text/vi.ts';

/** Shown instead of a sheet; nothing that looks like a slip is drawn without its data. */
export function PrintTrouble({ text, problem }: { text: Catalogue['slip']; problem: string }) {
  return (
    <main className="print-trouble" role="alert">
      <h1>{text.cannotPrint}</h1>
      <p>{problem}</p>
    </main>
  );
}
