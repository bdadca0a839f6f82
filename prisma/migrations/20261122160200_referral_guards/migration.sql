-- ── What Prisma's language cannot say ──

-- A nonce and a tag are 28 bytes: whatever is shorter was never sealed.
ALTER TABLE "ReferralPerson" ADD CONSTRAINT referral_person_sealed CHECK (octet_length(sealed) > 28);
ALTER TABLE "ReferralNeed" ADD CONSTRAINT referral_need_sealed CHECK (octet_length(sealed) > 28);
ALTER TABLE "ReferralEvent" ADD CONSTRAINT referral_event_sealed CHECK (octet_length(sealed) > 28);

-- Once the last account of a place is gone, what waits there is asked by e-mail: it always waits for somebody.
CREATE FUNCTION ask_place_by_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Referral" r SET email = p.emails[1]::citext
  FROM "Place" p
  WHERE p.id = OLD."placeId" AND r."placeId" = p.id AND r."closedAt" IS NULL AND r.email IS NULL
    AND NOT EXISTS (SELECT FROM "Membership" m WHERE m."placeId" = p.id AND m.role = 'PLACE_EDITOR');
  RETURN NULL;
END $$;
CREATE TRIGGER ask_place_by_email AFTER DELETE OR UPDATE OF role, "placeId" ON "Membership"
  FOR EACH ROW WHEN (OLD.role = 'PLACE_EDITOR') EXECUTE FUNCTION ask_place_by_email();
