-- A no is kept: whoever got it does not ask again at once, and what a hub agreed to may be taken back.
ALTER TABLE "HubAgreement" ADD COLUMN "refusedAt" TIMESTAMPTZ,
  ADD CONSTRAINT "HubAgreement_answer_check" CHECK ("agreedAt" IS NULL OR "refusedAt" IS NULL);
