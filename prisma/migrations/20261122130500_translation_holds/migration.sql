-- AlterEnum
ALTER TYPE "BlockAct" ADD VALUE 'translate';
