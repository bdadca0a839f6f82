-- CreateTable
CREATE TABLE "VoucherBooklet" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "vouchers" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "givenOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoucherBooklet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VoucherBooklet_referralId_idx" ON "VoucherBooklet"("referralId");

-- CreateIndex
CREATE INDEX "VoucherBooklet_givenOn_idx" ON "VoucherBooklet"("givenOn");

-- AddForeignKey
ALTER TABLE "VoucherBooklet" ADD CONSTRAINT "VoucherBooklet_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──

ALTER TABLE "VoucherBooklet"
  -- A booklet is worth 50 to 100 €, each voucher 10 € and one session.
  ADD CONSTRAINT booklet_vouchers CHECK (vouchers BETWEEN 5 AND 10),
  ADD CONSTRAINT booklet_used CHECK (used BETWEEN 0 AND vouchers),
  ADD CONSTRAINT booklet_days CHECK ("expiresOn" >= "givenOn");
