ALTER TABLE "import_batches" ADD COLUMN "summary" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "kept" jsonb;