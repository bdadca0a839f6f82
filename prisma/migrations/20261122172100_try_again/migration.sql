-- AlterEnum
ALTER TYPE "ReferralAction" ADD VALUE 'RETRY';
ALTER TYPE "ReferralAction" ADD VALUE 'CORRECT';
