import type { HandoutText } from '#shared/domain/office/settings.ts';
import type { ShippedText } from './sheets.ts';

/** What of a draft is the office's own; undefined when nothing is. */
export function ownText(
  shipped: ShippedText,
  draft: { readonly title: string; readonly lines: Readonly<Record<string, string>> },
): HandoutText | undefined {
  const title = draft.title.trim();
  const lines = Object.fromEntries(
    Object.entries(shipped.lines).flatMap(([name, line]) => {
      const typed = (draft.lines[name] ?? line).trim();
      return typed === line ? [] : [[name, typed]];
    }),
  );
  const own: HandoutText = {
    ...(title === '' || title === shipped.title ? {} : { title }),
    ...(Object.keys(lines).length === 0 ? {} : { lines }),
  };
  return Object.keys(own).length === 0 ? undefined : own;
}
