export function evidenceTables(
  ran: readonly { readonly file: string; readonly title: string; readonly state: string }[],
): string;
