-- The page of a place says whether it takes referrals, which depends on whether somebody has an account for it:
-- kept pages are to know when that changes.
CREATE TRIGGER public_change_in AFTER INSERT ON "Membership"
  FOR EACH ROW WHEN (NEW.role = 'PLACE_EDITOR') EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change_out AFTER DELETE ON "Membership"
  FOR EACH ROW WHEN (OLD.role = 'PLACE_EDITOR') EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change_of AFTER UPDATE OF role, "placeId" ON "Membership"
  FOR EACH ROW WHEN (OLD.role = 'PLACE_EDITOR' OR NEW.role = 'PLACE_EDITOR') EXECUTE FUNCTION tell_public_change();
