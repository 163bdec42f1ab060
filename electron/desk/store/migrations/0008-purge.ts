/**
 * What a purge needs: the words of a closed day may be taken away and nothing else of it, what is due is found without
 * reading the rest, and the index of names keeps nothing of a name that went.
 */
export const purge0008 = `INSERT INTO person_name (person_name, rank) VALUES ('secure-delete', 1);
INSERT INTO person_name (person_name) VALUES ('rebuild');

CREATE INDEX person_last_day ON person (office_id, last_day, id);
CREATE INDEX request_words ON request (id)
  WHERE organisation IS NOT NULL OR organisation_tax_number IS NOT NULL OR decision IS NOT NULL OR excuse IS NOT NULL;
CREATE INDEX ticket_period_words ON ticket_period (id) WHERE reason IS NOT NULL;

DROP TRIGGER request_verdict_open_day;
CREATE TRIGGER request_verdict_open_day BEFORE UPDATE OF verdict, decision, excuse ON request
WHEN (NEW.verdict IS NOT OLD.verdict OR (NEW.decision IS NOT NULL AND NEW.decision IS NOT OLD.decision)
    OR (NEW.excuse IS NOT NULL AND NEW.excuse IS NOT OLD.excuse))
  AND (SELECT d.closed_at FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day WHERE t.id = OLD.ticket_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day is closed'); END;
`;
