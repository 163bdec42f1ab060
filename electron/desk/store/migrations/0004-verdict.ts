/** The verdict of a request, kept with it, and what officers said where they decided otherwise. */
export const verdict0004 = `-- JSON of codes and ids (shared/domain/procedure/verdict.ts); NULL on requests taken before verdicts were kept.
ALTER TABLE request ADD COLUMN verdict TEXT;
-- Why an officer decided against the verdict, and why a request was taken although a required paper was not seen.
ALTER TABLE request ADD COLUMN decision TEXT;
ALTER TABLE request ADD COLUMN excuse TEXT;

CREATE TRIGGER request_verdict_open_day BEFORE UPDATE OF verdict, decision, excuse ON request
WHEN (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;
`;
