/** One figure with its place: a section, a row in it and a column of that row. Codes are those of the contract. */
export type Figure = {
  readonly section: string;
  readonly row: string;
  readonly column: string;
  /** A count, milliseconds in the columns named `…-ms`, text in the sections `report` and `notes`; null where there is nothing to measure. */
  readonly value: number | string | null;
};

/** The shape of the figures; rises when a section, row or column comes, goes or changes its meaning. */
export const FIGURES_SCHEMA = { name: 'quay-tiep-dan/so-lieu', version: 2 } as const;

export type FigureList = {
  readonly figures: Figure[];
  put(section: string, row: string, columns: Readonly<Record<string, Figure['value']>>): void;
};

/** A list that begins with what every file says of itself. */
export function figureList(
  office: { readonly name: string; readonly code: string; readonly receivingLevel: string },
  subject: string,
  columns: Readonly<Record<string, Figure['value']>>,
): FigureList {
  const figures: Figure[] = [];
  const list: FigureList = {
    figures,
    put(section, row, values) {
      for (const [column, value] of Object.entries(values)) figures.push({ section, row, column, value });
    },
  };
  list.put('report', 'schema', { name: FIGURES_SCHEMA.name, version: FIGURES_SCHEMA.version });
  list.put('report', 'office', {
    name: office.name,
    code: office.code,
    'receiving-level': office.receivingLevel,
  });
  list.put('report', subject, columns);
  return list;
}
