/** People are found by their telephone: the whole number, or its last four digits. */
export const phone0003 = `CREATE INDEX person_phone ON person (office_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX person_phone_last_four ON person (office_id, substr(phone, -4)) WHERE phone IS NOT NULL;
`;
