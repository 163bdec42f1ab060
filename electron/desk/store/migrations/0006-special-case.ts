/** What another office has to set right about a person, named with the request that showed it. */
export const specialCase0006 = `ALTER TABLE request ADD COLUMN special_case TEXT CHECK (special_case IN
  ('no-papers', 'deceased', 'birth-date-incomplete', 'lives-unregistered', 'registered-elsewhere', 'address-unknown'));

CREATE TRIGGER request_case_open_day BEFORE UPDATE OF special_case ON request
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;
`;
