CREATE TYPE "public"."exemption_state" AS ENUM('requested', 'approved', 'refused', 'withdrawn', 'revoked');--> statement-breakpoint
CREATE TYPE "public"."indicator_basis" AS ENUM('app_usage', 'install', 'online_time', 'check_in', 'follow', 'upload', 'ranking', 'reporting', 'other');--> statement-breakpoint
CREATE TYPE "public"."indicator_state" AS ENUM('listed', 'removal_requested', 'removed', 'kept');--> statement-breakpoint
CREATE TYPE "public"."hit_state" AS ENUM('open', 'confirmed', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."stance" AS ENUM('order', 'practice', 'criticism', 'prohibition', 'clue_call', 'proposal', 'voluntary', 'result', 'mention');--> statement-breakpoint
CREATE TYPE "public"."text_format" AS ENUM('paste', 'docx', 'xlsx', 'txt', 'html', 'pdf');--> statement-breakpoint
CREATE TYPE "public"."text_kind" AS ENUM('notice', 'scheme', 'group_announcement', 'report', 'other');--> statement-breakpoint
CREATE TABLE "exemptions" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"asset_id" uuid NOT NULL,
	"unit_id" uuid,
	"rule_id" text NOT NULL,
	"state" "exemption_state" DEFAULT 'requested' NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"until" date NOT NULL,
	"requested_by" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "exemptions_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "exemptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "indicators" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"scheme" text NOT NULL,
	"unit_id" uuid,
	"asset_id" uuid,
	"text_id" uuid,
	"weight" text,
	"bases" "indicator_basis"[] NOT NULL,
	"quote" text NOT NULL,
	"state" "indicator_state" DEFAULT 'listed' NOT NULL,
	"state_note" text,
	"removed_on" date,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicators_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "indicators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "local_packs" (
	"region_code" text COLLATE "C" NOT NULL,
	"version" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "local_packs_region_code_version_pk" PRIMARY KEY("region_code","version")
);
--> statement-breakpoint
ALTER TABLE "local_packs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pack_activations" (
	"region_code" text COLLATE "C" NOT NULL,
	"seq" bigserial NOT NULL,
	"version" text,
	"reason" text NOT NULL,
	"activated_by" text NOT NULL,
	"activated_by_name" text NOT NULL,
	"activated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pack_activations_region_code_seq_pk" PRIMARY KEY("region_code","seq")
);
--> statement-breakpoint
ALTER TABLE "pack_activations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pack_drafts" (
	"region_code" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"started_from" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pack_drafts_region_code_pk" PRIMARY KEY("region_code")
);
--> statement-breakpoint
ALTER TABLE "pack_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "text_hits" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"text_id" uuid NOT NULL,
	"demand" "demand_type" NOT NULL,
	"stance" "stance" NOT NULL,
	"counts" boolean NOT NULL,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"sentence_start" integer NOT NULL,
	"sentence_end" integer NOT NULL,
	"sentence" text NOT NULL,
	"sentence_hash" text NOT NULL,
	"doer" text,
	"figures" text[] NOT NULL,
	"pattern" text NOT NULL,
	"stance_rule" text NOT NULL,
	"state" "hit_state" DEFAULT 'open' NOT NULL,
	"asset_id" uuid,
	"unit_id" uuid,
	"indicator_id" uuid,
	"demand_id" uuid,
	"reason" text,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "text_hits_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "text_hits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "texts" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text_kind NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"issued_on" date,
	"unit_id" uuid,
	"format" text_format NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"grammar_version" text NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "texts_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "asset_assessments" ADD COLUMN "exempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_asset_fk" FOREIGN KEY ("region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_activations" ADD CONSTRAINT "pack_activations_local_pack_fk" FOREIGN KEY ("region_code","version") REFERENCES "public"."local_packs"("region_code","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_hits" ADD CONSTRAINT "text_hits_text_fk" FOREIGN KEY ("region_code","text_id") REFERENCES "public"."texts"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exemptions_id_idx" ON "exemptions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "exemptions_state_idx" ON "exemptions" USING btree ("region_code","state","until");--> statement-breakpoint
CREATE INDEX "exemptions_asset_idx" ON "exemptions" USING btree ("region_code","asset_id","rule_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exemptions_one_request_unique" ON "exemptions" USING btree ("region_code","asset_id","rule_id") WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX "indicators_id_idx" ON "indicators" USING btree ("id");--> statement-breakpoint
CREATE INDEX "indicators_state_idx" ON "indicators" USING btree ("region_code","state","created_at");--> statement-breakpoint
CREATE INDEX "indicators_asset_idx" ON "indicators" USING btree ("region_code","asset_id");--> statement-breakpoint
CREATE INDEX "pack_activations_region_code_version_idx" ON "pack_activations" USING btree ("region_code","version");--> statement-breakpoint
CREATE INDEX "text_hits_id_idx" ON "text_hits" USING btree ("id");--> statement-breakpoint
CREATE INDEX "text_hits_text_idx" ON "text_hits" USING btree ("region_code","text_id","span_start");--> statement-breakpoint
CREATE INDEX "text_hits_state_idx" ON "text_hits" USING btree ("region_code","state","demand");--> statement-breakpoint
CREATE INDEX "text_hits_asset_idx" ON "text_hits" USING btree ("region_code","asset_id");--> statement-breakpoint
CREATE INDEX "text_hits_rejected_idx" ON "text_hits" USING btree ("region_code","sentence_hash") WHERE state = 'rejected';--> statement-breakpoint
CREATE INDEX "texts_id_idx" ON "texts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "texts_created_at_idx" ON "texts" USING btree ("region_code","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "texts_content_hash_unique" ON "texts" USING btree ("region_code","content_hash");--> statement-breakpoint
CREATE POLICY "exemptions_select" ON "exemptions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("exemptions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "exemptions"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "exemptions"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "exemptions_insert" ON "exemptions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (("exemptions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "exemptions"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "exemptions"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid))) and "exemptions"."state" = 'requested');--> statement-breakpoint
CREATE POLICY "exemptions_update" ON "exemptions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING (("exemptions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "exemptions"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "exemptions"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid))) and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or "exemptions"."state" in ('requested', 'withdrawn'))) WITH CHECK (("exemptions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "exemptions"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "exemptions"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid))) and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or "exemptions"."state" in ('requested', 'withdrawn')));--> statement-breakpoint
CREATE POLICY "indicators_select" ON "indicators" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("indicators"."region_code" >= nullif(current_setting('app.region_from', true), '') and "indicators"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and "indicators"."unit_id" = nullif(current_setting('app.unit_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "indicators_insert" ON "indicators" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("indicators"."region_code" >= nullif(current_setting('app.region_from', true), '') and "indicators"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "indicators_update" ON "indicators" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("indicators"."region_code" >= nullif(current_setting('app.region_from', true), '') and "indicators"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("indicators"."region_code" >= nullif(current_setting('app.region_from', true), '') and "indicators"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "local_packs_select" ON "local_packs" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "local_packs_insert" ON "local_packs" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("local_packs"."region_code" >= nullif(current_setting('app.region_from', true), '') and "local_packs"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "pack_activations_select" ON "pack_activations" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "pack_activations_insert" ON "pack_activations" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("pack_activations"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_activations"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "pack_drafts_select" ON "pack_drafts" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("pack_drafts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_drafts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "pack_drafts_insert" ON "pack_drafts" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("pack_drafts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_drafts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "pack_drafts_update" ON "pack_drafts" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("pack_drafts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_drafts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("pack_drafts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_drafts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "pack_drafts_delete" ON "pack_drafts" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("pack_drafts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "pack_drafts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "text_hits_select" ON "text_hits" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("text_hits"."region_code" >= nullif(current_setting('app.region_from', true), '') and "text_hits"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "text_hits_insert" ON "text_hits" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("text_hits"."region_code" >= nullif(current_setting('app.region_from', true), '') and "text_hits"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "text_hits_update" ON "text_hits" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("text_hits"."region_code" >= nullif(current_setting('app.region_from', true), '') and "text_hits"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("text_hits"."region_code" >= nullif(current_setting('app.region_from', true), '') and "text_hits"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "text_hits_delete" ON "text_hits" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("text_hits"."region_code" >= nullif(current_setting('app.region_from', true), '') and "text_hits"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "texts_select" ON "texts" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("texts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "texts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "texts_insert" ON "texts" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("texts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "texts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "texts_update" ON "texts" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("texts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "texts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("texts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "texts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "texts_delete" ON "texts" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("texts"."region_code" >= nullif(current_setting('app.region_from', true), '') and "texts"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
REVOKE ALL ON texts, text_hits, indicators, exemptions, local_packs, pack_drafts, pack_activations FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON texts, text_hits, pack_drafts TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON indicators TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON exemptions, local_packs, pack_activations TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (state, decided_by, decided_by_name, decided_at, decision_note) ON exemptions TO jianfu_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE pack_activations_seq_seq TO jianfu_app;
