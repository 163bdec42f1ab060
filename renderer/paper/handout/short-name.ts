/** `N. T. Hường` from `Nguyễn Thị Hường`: enough to call somebody, too little to know them by. */
export function shortName(fullName: string): string {
  const parts = fullName.normalize('NFC').trim().split(/\s+/u);
  const given = parts.pop() ?? '';
  return [...parts.map((part) => `${[...part][0]?.toLocaleUpperCase('vi') ?? ''}.`), given].join(' ');
}
