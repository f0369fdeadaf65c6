CREATE TABLE "suggestions" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"receipt_hash" text NOT NULL,
	"text" text NOT NULL,
	"created_on" date NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "suggestions_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "suggestions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "suggestions_receipt_hash_idx" ON "suggestions" USING btree ("receipt_hash");--> statement-breakpoint
CREATE POLICY "suggestions_select" ON "suggestions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("suggestions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "suggestions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "suggestions_insert" ON "suggestions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("suggestions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "suggestions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'leader', 'system_admin', 'security_admin', 'audit_admin', 'system'));--> statement-breakpoint
CREATE POLICY "suggestions_update" ON "suggestions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("suggestions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "suggestions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("suggestions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "suggestions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
REVOKE ALL ON suggestions FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON suggestions TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_at) ON suggestions TO jianfu_app;
--> statement-breakpoint
-- Who holds the code reads the one row, whatever the role: policies cannot know who wrote it. Nobody signed in reads nothing.
CREATE FUNCTION find_suggestion(p_receipt text)
RETURNS TABLE (body text, created_on date, answer text, answered_at timestamptz)
LANGUAGE sql
STABLE
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
	SELECT s.text, s.created_on, s.answer, s.answered_at
	FROM suggestions s
	WHERE s.receipt_hash = encode(sha256(convert_to(p_receipt, 'UTF8')), 'hex')
		AND nullif(current_setting('app.role', true), '') IS NOT NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_suggestion(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_suggestion(text) TO jianfu_app;
