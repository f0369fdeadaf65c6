CREATE TYPE "public"."user_role" AS ENUM('inspector', 'department', 'leader', 'system_admin', 'security_admin', 'audit_admin');--> statement-breakpoint
CREATE TYPE "public"."band" AS ENUM('red', 'high', 'medium', 'unknown', 'low');--> statement-breakpoint
CREATE TYPE "public"."decision" AS ENUM('keep', 'fix', 'merge', 'shutdown', 'defer');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('hit', 'clear', 'unknown', 'not_applicable', 'exempt');--> statement-breakpoint
CREATE TYPE "public"."asset_kind" AS ENUM('app', 'group', 'account', 'form');--> statement-breakpoint
CREATE TYPE "public"."asset_state" AS ENUM('in_use', 'fixing', 'merging', 'closing', 'suspended', 'merged', 'closed');--> statement-breakpoint
CREATE TYPE "public"."board" AS ENUM('party', 'economy', 'livelihood', 'safety');--> statement-breakpoint
CREATE TYPE "public"."demand_type" AS ENUM('forced_checkin', 'ranking', 'online_time', 'forced_install', 'forced_follow_like', 'photo_trace', 'usage_assessment', 'duplicate_reporting', 'group_overload', 'zombie', 'paper_and_digital', 'forced_login', 'instant_reply', 'task_in_group', 'late_penalty');--> statement-breakpoint
CREATE TYPE "public"."work_line" AS ENUM('discipline', 'organization', 'publicity', 'united_front', 'politics_law', 'general_office', 'development', 'finance', 'statistics', 'market', 'education', 'civil_affairs', 'social_security', 'health', 'medical_insurance', 'veterans', 'disabled', 'agriculture', 'forestry', 'water', 'natural_resources', 'ecology', 'housing', 'urban_management', 'transport', 'emergency', 'public_security', 'justice', 'culture_tourism', 'science', 'commerce', 'digital', 'youth_women_union', 'other');--> statement-breakpoint
CREATE TYPE "public"."batch_state" AS ENUM('checked', 'committed', 'undone');--> statement-breakpoint
CREATE TYPE "public"."row_outcome" AS ENUM('create', 'update', 'unchanged', 'reject');--> statement-breakpoint
CREATE TYPE "public"."region_level" AS ENUM('nation', 'province', 'city', 'county', 'town', 'village');--> statement-breakpoint
CREATE TYPE "public"."session_state" AS ENUM('draft', 'open', 'closed');--> statement-breakpoint
CREATE TYPE "public"."unit_type" AS ENUM('department', 'public_institution', 'mass_organization', 'street', 'town', 'community', 'village', 'other');--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text NOT NULL,
	"display_username" text,
	"role" "user_role",
	"region_code" text COLLATE "C",
	"unit_id" uuid,
	"disabled" boolean DEFAULT false NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessments" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"region_prefix" text COLLATE "C" NOT NULL,
	"as_of" date NOT NULL,
	"pack_version" text NOT NULL,
	"assets" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "asset_assessments" (
	"region_code" text COLLATE "C" NOT NULL,
	"assessment_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"name" text NOT NULL,
	"unit_id" uuid,
	"state" "asset_state" NOT NULL,
	"band" "band" NOT NULL,
	"score" double precision NOT NULL,
	"score_if_unknown_hit" double precision NOT NULL,
	"red_lines" integer NOT NULL,
	"hits" integer NOT NULL,
	"unknowns" integer NOT NULL,
	"burden_low" double precision,
	"burden_mid" double precision,
	"burden_high" double precision,
	"burden_notes" jsonb NOT NULL,
	"redundancy" double precision,
	"value" double precision,
	"recommendation" "decision",
	"recommendation_reason" text NOT NULL,
	CONSTRAINT "asset_assessments_region_code_assessment_id_asset_id_pk" PRIMARY KEY("region_code","assessment_id","asset_id")
);
--> statement-breakpoint
ALTER TABLE "asset_assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "findings" (
	"region_code" text COLLATE "C" NOT NULL,
	"assessment_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"outcome" "outcome" NOT NULL,
	"red_line" boolean NOT NULL,
	"points" double precision NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "findings_region_code_assessment_id_asset_id_rule_id_pk" PRIMARY KEY("region_code","assessment_id","asset_id","rule_id")
);
--> statement-breakpoint
ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_packs" (
	"version" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rule_packs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "asset_changes" (
	"region_code" text COLLATE "C" NOT NULL,
	"seq" bigserial NOT NULL,
	"asset_id" uuid NOT NULL,
	"unit_id" uuid,
	"verb" text NOT NULL,
	"batch_id" uuid,
	"version" integer NOT NULL,
	"change" jsonb NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_changes_region_code_seq_pk" PRIMARY KEY("region_code","seq")
);
--> statement-breakpoint
ALTER TABLE "asset_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assets" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit_id" uuid,
	"state" "asset_state" DEFAULT 'in_use' NOT NULL,
	"work_line" "work_line",
	"board" "board",
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assets_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "assets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "demands" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"asset_id" uuid NOT NULL,
	"type" "demand_type" NOT NULL,
	"quote" text NOT NULL,
	"source" text NOT NULL,
	"figure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demands_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "demands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_fields" (
	"region_code" text COLLATE "C" NOT NULL,
	"asset_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"technical" boolean DEFAULT false NOT NULL,
	CONSTRAINT "form_fields_region_code_asset_id_position_pk" PRIMARY KEY("region_code","asset_id","position")
);
--> statement-breakpoint
ALTER TABLE "form_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_months" (
	"region_code" text COLLATE "C" NOT NULL,
	"asset_id" uuid NOT NULL,
	"month" text NOT NULL,
	"active_users" integer,
	"logins" integer,
	"business_records" integer,
	"posts" integer,
	CONSTRAINT "usage_months_region_code_asset_id_month_pk" PRIMARY KEY("region_code","asset_id","month")
);
--> statement-breakpoint
ALTER TABLE "usage_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"chain" text COLLATE "C" PRIMARY KEY NOT NULL,
	"length" bigint NOT NULL,
	"head_hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_chains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"region_code" text COLLATE "C" NOT NULL,
	"chain" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_region_code_chain_seq_pk" PRIMARY KEY("region_code","chain","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"assign_region" boolean DEFAULT false NOT NULL,
	"state" "batch_state" DEFAULT 'checked' NOT NULL,
	"rows_read" integer NOT NULL,
	"created" integer NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"rejected" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committed_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_batches_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"region_code" text COLLATE "C" NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"header_key" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_region_code_kind_header_key_pk" PRIMARY KEY("region_code","kind","header_key")
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"region_code" text COLLATE "C" NOT NULL,
	"batch_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"outcome" "row_outcome" NOT NULL,
	"asset_key" text,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	CONSTRAINT "import_rows_region_code_batch_id_row_no_pk" PRIMARY KEY("region_code","batch_id","row_no")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" "region_level" NOT NULL,
	"parent_code" text COLLATE "C",
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "regions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decisions" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"review_item_id" uuid NOT NULL,
	"asset_region_code" text COLLATE "C" NOT NULL,
	"asset_id" uuid NOT NULL,
	"decision" "decision" NOT NULL,
	"recommendation" "decision",
	"reason" text NOT NULL,
	"target_asset_id" uuid,
	"defer_until" date,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_name" text,
	"withdraw_reason" text,
	CONSTRAINT "decisions_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_items" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"asset_region_code" text COLLATE "C" NOT NULL,
	"asset_id" uuid NOT NULL,
	"snapshot" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_items_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "review_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_sessions" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"state" "session_state" DEFAULT 'draft' NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "review_sessions_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "review_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"type" "unit_type",
	"headcount" integer,
	"credit_code" text,
	"batch_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_pack_version_rule_packs_version_fk" FOREIGN KEY ("pack_version") REFERENCES "public"."rule_packs"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_unit_fk" FOREIGN KEY ("region_code","unit_id") REFERENCES "public"."units"("region_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demands" ADD CONSTRAINT "demands_asset_fk" FOREIGN KEY ("region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_fields" ADD CONSTRAINT "form_fields_asset_fk" FOREIGN KEY ("region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_months" ADD CONSTRAINT "usage_months_asset_fk" FOREIGN KEY ("region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_fk" FOREIGN KEY ("region_code","batch_id") REFERENCES "public"."import_batches"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_review_item_fk" FOREIGN KEY ("region_code","review_item_id") REFERENCES "public"."review_items"("region_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_session_fk" FOREIGN KEY ("region_code","session_id") REFERENCES "public"."review_sessions"("region_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_asset_fk" FOREIGN KEY ("asset_region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_region_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_token_unique" ON "auth_sessions" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_unique" ON "users" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "assessments_id_idx" ON "assessments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "assessments_created_at_idx" ON "assessments" USING btree ("region_code","created_at");--> statement-breakpoint
CREATE INDEX "asset_assessments_assessment_id_band_idx" ON "asset_assessments" USING btree ("assessment_id","band");--> statement-breakpoint
CREATE INDEX "asset_assessments_asset_id_idx" ON "asset_assessments" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "findings_assessment_id_rule_id_idx" ON "findings" USING btree ("assessment_id","rule_id","outcome");--> statement-breakpoint
CREATE INDEX "asset_changes_asset_id_idx" ON "asset_changes" USING btree ("asset_id","seq");--> statement-breakpoint
CREATE INDEX "asset_changes_batch_id_idx" ON "asset_changes" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assets_region_code_kind_key_unique" ON "assets" USING btree ("region_code","kind","key");--> statement-breakpoint
CREATE INDEX "assets_id_idx" ON "assets" USING btree ("id");--> statement-breakpoint
CREATE INDEX "assets_region_code_kind_state_idx" ON "assets" USING btree ("region_code","kind","state");--> statement-breakpoint
CREATE INDEX "assets_region_code_unit_id_idx" ON "assets" USING btree ("region_code","unit_id");--> statement-breakpoint
CREATE INDEX "assets_updated_at_id_idx" ON "assets" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "demands_region_code_asset_id_type_quote_unique" ON "demands" USING btree ("region_code","asset_id","type","quote");--> statement-breakpoint
CREATE INDEX "form_fields_label_idx" ON "form_fields" USING btree ("region_code","label");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_chain_seq_unique" ON "audit_log" USING btree ("region_code","chain","seq");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at","chain","seq");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "import_batches_id_idx" ON "import_batches" USING btree ("id");--> statement-breakpoint
CREATE INDEX "import_batches_created_at_idx" ON "import_batches" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "import_rows_batch_id_outcome_idx" ON "import_rows" USING btree ("batch_id","outcome","row_no");--> statement-breakpoint
CREATE INDEX "regions_parent_code_idx" ON "regions" USING btree ("parent_code");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_review_item_unique" ON "decisions" USING btree ("region_code","review_item_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "decisions_asset_id_idx" ON "decisions" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "decisions_session_id_idx" ON "decisions" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_session_asset_unique" ON "review_items" USING btree ("region_code","session_id","asset_id");--> statement-breakpoint
CREATE INDEX "review_items_asset_id_idx" ON "review_items" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "review_sessions_id_idx" ON "review_sessions" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_region_code_name_unique" ON "units" USING btree ("region_code","name");--> statement-breakpoint
CREATE INDEX "units_id_idx" ON "units" USING btree ("id");--> statement-breakpoint
CREATE POLICY "auth_accounts_sign_in" ON "auth_accounts" AS PERMISSIVE FOR ALL TO "jianfu_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "auth_sessions_sign_in" ON "auth_sessions" AS PERMISSIVE FOR ALL TO "jianfu_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "auth_verifications_sign_in" ON "auth_verifications" AS PERMISSIVE FOR ALL TO "jianfu_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_sign_in" ON "users" AS PERMISSIVE FOR ALL TO "jianfu_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_select" ON "users" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("users"."id" = nullif(current_setting('app.actor_id', true), '') or nullif(current_setting('app.role', true), '') in ('system') or (nullif(current_setting('app.role', true), '') in ('system_admin', 'security_admin') and ("users"."region_code" is null or ("users"."region_code" >= nullif(current_setting('app.region_from', true), '') and "users"."region_code" < nullif(current_setting('app.region_to', true), '')))));--> statement-breakpoint
CREATE POLICY "users_update" ON "users" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') in ('system') or (nullif(current_setting('app.role', true), '') in ('system_admin', 'security_admin') and ("users"."region_code" is null or ("users"."region_code" >= nullif(current_setting('app.region_from', true), '') and "users"."region_code" < nullif(current_setting('app.region_to', true), ''))))) WITH CHECK (nullif(current_setting('app.role', true), '') in ('system') or (nullif(current_setting('app.role', true), '') in ('system_admin', 'security_admin') and ("users"."region_code" is null or ("users"."region_code" >= nullif(current_setting('app.region_from', true), '') and "users"."region_code" < nullif(current_setting('app.region_to', true), '')))));--> statement-breakpoint
CREATE POLICY "assessments_select" ON "assessments" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (("assessments"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assessments"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system')) or (nullif(current_setting('app.role', true), '') in ('department') and starts_with(nullif(current_setting('app.region_from', true), ''), "assessments"."region_prefix")));--> statement-breakpoint
CREATE POLICY "assessments_insert" ON "assessments" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("assessments"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assessments"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "asset_assessments_select" ON "asset_assessments" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("asset_assessments"."region_code" >= nullif(current_setting('app.region_from', true), '') and "asset_assessments"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "asset_assessments"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "asset_assessments_insert" ON "asset_assessments" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("asset_assessments"."region_code" >= nullif(current_setting('app.region_from', true), '') and "asset_assessments"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "findings_select" ON "findings" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from asset_assessments where asset_assessments.region_code = findings.region_code and asset_assessments.assessment_id = findings.assessment_id and asset_assessments.asset_id = findings.asset_id));--> statement-breakpoint
CREATE POLICY "findings_insert" ON "findings" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("findings"."region_code" >= nullif(current_setting('app.region_from', true), '') and "findings"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "rule_packs_select" ON "rule_packs" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "rule_packs_insert" ON "rule_packs" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "asset_changes_select" ON "asset_changes" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("asset_changes"."region_code" >= nullif(current_setting('app.region_from', true), '') and "asset_changes"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "asset_changes"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "asset_changes_insert" ON "asset_changes" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("asset_changes"."region_code" >= nullif(current_setting('app.region_from', true), '') and "asset_changes"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "asset_changes"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "assets_select" ON "assets" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("assets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "assets"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "assets_insert" ON "assets" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("assets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "assets"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "assets_update" ON "assets" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("assets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "assets"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid))) WITH CHECK ("assets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "assets"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "assets_delete" ON "assets" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("assets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "assets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "assets"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "demands_select" ON "demands" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = demands.region_code and assets.id = demands.asset_id));--> statement-breakpoint
CREATE POLICY "demands_insert" ON "demands" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (exists (select 1 from assets where assets.region_code = demands.region_code and assets.id = demands.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "demands_update" ON "demands" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = demands.region_code and assets.id = demands.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system')) WITH CHECK (exists (select 1 from assets where assets.region_code = demands.region_code and assets.id = demands.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "demands_delete" ON "demands" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = demands.region_code and assets.id = demands.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "form_fields_select" ON "form_fields" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = form_fields.region_code and assets.id = form_fields.asset_id));--> statement-breakpoint
CREATE POLICY "form_fields_insert" ON "form_fields" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (exists (select 1 from assets where assets.region_code = form_fields.region_code and assets.id = form_fields.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "form_fields_update" ON "form_fields" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = form_fields.region_code and assets.id = form_fields.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system')) WITH CHECK (exists (select 1 from assets where assets.region_code = form_fields.region_code and assets.id = form_fields.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "form_fields_delete" ON "form_fields" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = form_fields.region_code and assets.id = form_fields.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "usage_months_select" ON "usage_months" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = usage_months.region_code and assets.id = usage_months.asset_id));--> statement-breakpoint
CREATE POLICY "usage_months_insert" ON "usage_months" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (exists (select 1 from assets where assets.region_code = usage_months.region_code and assets.id = usage_months.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "usage_months_update" ON "usage_months" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = usage_months.region_code and assets.id = usage_months.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system')) WITH CHECK (exists (select 1 from assets where assets.region_code = usage_months.region_code and assets.id = usage_months.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "usage_months_delete" ON "usage_months" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = usage_months.region_code and assets.id = usage_months.asset_id) and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "audit_chains_select" ON "audit_chains" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("audit_chains"."chain" >= nullif(current_setting('app.region_from', true), '') and "audit_chains"."chain" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('audit_admin', 'system'));--> statement-breakpoint
CREATE POLICY "audit_log_select" ON "audit_log" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("audit_log"."region_code" >= nullif(current_setting('app.region_from', true), '') and "audit_log"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('audit_admin', 'system'));--> statement-breakpoint
CREATE POLICY "import_batches_select" ON "import_batches" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("import_batches"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_batches"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and created_by = nullif(current_setting('app.actor_id', true), ''))));--> statement-breakpoint
CREATE POLICY "import_batches_insert" ON "import_batches" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("import_batches"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_batches"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and created_by = nullif(current_setting('app.actor_id', true), ''))));--> statement-breakpoint
CREATE POLICY "import_batches_update" ON "import_batches" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("import_batches"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_batches"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and created_by = nullif(current_setting('app.actor_id', true), '')))) WITH CHECK ("import_batches"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_batches"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and created_by = nullif(current_setting('app.actor_id', true), ''))));--> statement-breakpoint
CREATE POLICY "import_batches_delete" ON "import_batches" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("import_batches"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_batches"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and created_by = nullif(current_setting('app.actor_id', true), ''))));--> statement-breakpoint
CREATE POLICY "import_mappings_select" ON "import_mappings" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("import_mappings"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_mappings"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "import_mappings_insert" ON "import_mappings" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("import_mappings"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_mappings"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "import_mappings_update" ON "import_mappings" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("import_mappings"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_mappings"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system')) WITH CHECK ("import_mappings"."region_code" >= nullif(current_setting('app.region_from', true), '') and "import_mappings"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "import_rows_select" ON "import_rows" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id));--> statement-breakpoint
CREATE POLICY "import_rows_insert" ON "import_rows" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id));--> statement-breakpoint
CREATE POLICY "import_rows_update" ON "import_rows" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id)) WITH CHECK (exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id));--> statement-breakpoint
CREATE POLICY "import_rows_delete" ON "import_rows" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING (exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id));--> statement-breakpoint
CREATE POLICY "installation_select" ON "installation" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "installation_insert" ON "installation" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (nullif(current_setting('app.role', true), '') in ('system'));--> statement-breakpoint
CREATE POLICY "installation_update" ON "installation" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') in ('system')) WITH CHECK (nullif(current_setting('app.role', true), '') in ('system'));--> statement-breakpoint
CREATE POLICY "regions_select" ON "regions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "regions_insert" ON "regions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (nullif(current_setting('app.role', true), '') in ('inspector', 'system') and "regions"."code" >= nullif(current_setting('app.region_from', true), '') and "regions"."code" < nullif(current_setting('app.region_to', true), ''));--> statement-breakpoint
CREATE POLICY "regions_update" ON "regions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') in ('inspector', 'system') and "regions"."code" >= nullif(current_setting('app.region_from', true), '') and "regions"."code" < nullif(current_setting('app.region_to', true), '')) WITH CHECK (nullif(current_setting('app.role', true), '') in ('inspector', 'system') and "regions"."code" >= nullif(current_setting('app.region_from', true), '') and "regions"."code" < nullif(current_setting('app.region_to', true), ''));--> statement-breakpoint
CREATE POLICY "decisions_select" ON "decisions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = decisions.asset_region_code and assets.id = decisions.asset_id));--> statement-breakpoint
CREATE POLICY "decisions_insert" ON "decisions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = decisions.asset_region_code and assets.id = decisions.asset_id));--> statement-breakpoint
CREATE POLICY "decisions_update" ON "decisions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = decisions.asset_region_code and assets.id = decisions.asset_id)) WITH CHECK ("decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = decisions.asset_region_code and assets.id = decisions.asset_id));--> statement-breakpoint
CREATE POLICY "review_items_select" ON "review_items" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (exists (select 1 from assets where assets.region_code = review_items.asset_region_code and assets.id = review_items.asset_id));--> statement-breakpoint
CREATE POLICY "review_items_insert" ON "review_items" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("review_items"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_items"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = review_items.asset_region_code and assets.id = review_items.asset_id));--> statement-breakpoint
CREATE POLICY "review_items_update" ON "review_items" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("review_items"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_items"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = review_items.asset_region_code and assets.id = review_items.asset_id)) WITH CHECK ("review_items"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_items"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = review_items.asset_region_code and assets.id = review_items.asset_id));--> statement-breakpoint
CREATE POLICY "review_items_delete" ON "review_items" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("review_items"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_items"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system') and exists (select 1 from assets where assets.region_code = review_items.asset_region_code and assets.id = review_items.asset_id));--> statement-breakpoint
CREATE POLICY "review_sessions_select" ON "review_sessions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (("review_sessions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_sessions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system')) or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from review_items where review_items.region_code = review_sessions.region_code and review_items.session_id = review_sessions.id)));--> statement-breakpoint
CREATE POLICY "review_sessions_insert" ON "review_sessions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("review_sessions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_sessions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "review_sessions_update" ON "review_sessions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("review_sessions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_sessions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("review_sessions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "review_sessions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "units_select" ON "units" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("units"."region_code" >= nullif(current_setting('app.region_from', true), '') and "units"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system_admin', 'security_admin', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "units"."id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "units_insert" ON "units" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("units"."region_code" >= nullif(current_setting('app.region_from', true), '') and "units"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "units_update" ON "units" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("units"."region_code" >= nullif(current_setting('app.region_from', true), '') and "units"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("units"."region_code" >= nullif(current_setting('app.region_from', true), '') and "units"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "units_delete" ON "units" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("units"."region_code" >= nullif(current_setting('app.region_from', true), '') and "units"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));