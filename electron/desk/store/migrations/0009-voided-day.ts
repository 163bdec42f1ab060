/**
 * A day opened by mistake that has given numbers is voided: kept and marked, it neither counts nor stands in the way of an
 * earlier day. On its own date it may be opened once more; its numbers go on.
 */
export const voidedDay0009 = `ALTER TABLE business_day ADD COLUMN voided_at TEXT;

DROP TRIGGER business_day_forward;
CREATE TRIGGER business_day_forward BEFORE INSERT ON business_day
WHEN EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day >= NEW.day AND voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'the business day only moves forward'); END;

DROP TRIGGER business_day_stays_closed;
CREATE TRIGGER business_day_stays_closed BEFORE UPDATE ON business_day
WHEN OLD.closed_at IS NOT NULL AND (OLD.voided_at IS NULL) = (NEW.voided_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a closed day does not change'); END;

CREATE TRIGGER business_day_voided BEFORE UPDATE OF voided_at ON business_day
WHEN OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL AND (NEW.closed_at IS NULL
    OR EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day > NEW.day AND voided_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'only the last day is voided, and closed with it'); END;

CREATE TRIGGER business_day_taken_up BEFORE UPDATE OF voided_at ON business_day
WHEN OLD.voided_at IS NOT NULL AND NEW.voided_at IS NULL AND (NEW.closed_at IS NOT NULL OR NEW.issued <> OLD.issued OR NEW.calls <> OLD.calls
    OR EXISTS (SELECT 1 FROM business_day WHERE office_id = NEW.office_id AND day > NEW.day AND voided_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'a voided day is taken up as it is, and moves forward'); END;
`;
