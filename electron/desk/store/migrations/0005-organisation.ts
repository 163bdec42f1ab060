/** The organisation that somebody came for, as it is named and by its tax number. */
export const organisation0005 = `ALTER TABLE request ADD COLUMN organisation TEXT;
ALTER TABLE request ADD COLUMN organisation_tax_number TEXT;
`;
