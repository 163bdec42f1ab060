/** The network card whose address was chosen for the door: its next address is the door's. */
export const doorCard0015 = `ALTER TABLE lan ADD COLUMN card TEXT;
`;
