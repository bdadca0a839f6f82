-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN "giveUpAt" TIMESTAMPTZ NOT NULL DEFAULT (CURRENT_TIMESTAMP + '5 days'::interval);


-- ── What Prisma's language cannot say ──

-- What was sent is forgotten here: it may hold a link that opens an account.
ALTER TABLE "OutboxMail"
  DROP CONSTRAINT mail_text,
  ADD CONSTRAINT mail_text CHECK (CASE status WHEN 'SENT' THEN text = '' ELSE text ~ '\S' END),
  ADD CONSTRAINT mail_abandoned CHECK (status <> 'ABANDONED' OR "lastError" IS NOT NULL);
