CREATE TYPE "public"."alias_answer" AS ENUM('same', 'different');--> statement-breakpoint
CREATE TYPE "public"."form_relation" AS ENUM('duplicate', 'same_template', 'partial', 'header_only', 'different');--> statement-breakpoint
CREATE TYPE "public"."frequency" AS ENUM('daily', 'weekly', 'ten_days', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'once', 'on_demand');--> statement-breakpoint
CREATE TYPE "public"."grain" AS ENUM('resident', 'household', 'enterprise', 'village_summary', 'event', 'other');--> statement-breakpoint
CREATE TYPE "public"."proposal_decision_kind" AS ENUM('keep', 'cancel', 'together', 'apart');--> statement-breakpoint
CREATE TYPE "public"."proposal_state" AS ENUM('open', 'adopted', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."sharing" AS ENUM('unconditional', 'conditional', 'none');--> statement-breakpoint
CREATE TABLE "data_elements" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"name" text NOT NULL,
	"definition" text,
	"synonyms" text[] NOT NULL,
	"grain" "grain",
	"representation" text,
	"value_domain" text,
	"source_department" text,
	"source_unit_id" uuid,
	"update_frequency" "frequency",
	"changes_per_year" numeric(8, 3),
	"sharing" "sharing",
	"sensitivity" smallint,
	"minutes_per_cell" numeric(8, 3),
	"origin" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "data_elements_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "data_elements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "element_aliases" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"a_label" text NOT NULL,
	"a_form" text,
	"a_key" text NOT NULL,
	"b_label" text NOT NULL,
	"b_form" text,
	"b_key" text NOT NULL,
	"answer" "alias_answer" NOT NULL,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"undone_by_name" text,
	"undone_at" timestamp with time zone,
	CONSTRAINT "element_aliases_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "element_aliases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "elements" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "elements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"header" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "elements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "item_overlaps" (
	"region_code" text COLLATE "C" NOT NULL,
	"a_region" text COLLATE "C" NOT NULL,
	"a_id" uuid NOT NULL,
	"b_region" text COLLATE "C" NOT NULL,
	"b_id" uuid NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"relation" "form_relation",
	"shared" integer NOT NULL,
	"size_a" integer NOT NULL,
	"size_b" integer NOT NULL,
	"own_shared" integer NOT NULL,
	"own_a" integer NOT NULL,
	"own_b" integer NOT NULL,
	"words_shared" integer,
	"words_a" integer,
	"words_b" integer,
	CONSTRAINT "item_overlaps_region_code_a_id_b_id_pk" PRIMARY KEY("region_code","a_id","b_id")
);
--> statement-breakpoint
ALTER TABLE "item_overlaps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "item_sets" (
	"region_code" text COLLATE "C" NOT NULL,
	"asset_id" uuid NOT NULL,
	"kind" "asset_kind" NOT NULL,
	"name" text NOT NULL,
	"unit_id" uuid,
	"respondent" text,
	"members" "bytea" NOT NULL,
	"own" "bytea" NOT NULL,
	"words" "bytea",
	"read_by" text NOT NULL,
	CONSTRAINT "item_sets_region_code_asset_id_pk" PRIMARY KEY("region_code","asset_id")
);
--> statement-breakpoint
ALTER TABLE "item_sets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal_decisions" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"kind" "proposal_decision_kind" NOT NULL,
	"asset_ids" uuid[] NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"withdrawn_by_name" text,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "proposal_decisions_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "proposal_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal_rounds" (
	"region_code" text COLLATE "C" NOT NULL,
	"proposal_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"result" jsonb NOT NULL,
	"hours_before" numeric(16, 3) NOT NULL,
	"hours_after" numeric(16, 3) NOT NULL,
	"hours_lower_bound" numeric(16, 3) NOT NULL,
	"forms_before" integer NOT NULL,
	"forms_after" integer NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_rounds_region_code_proposal_id_round_pk" PRIMARY KEY("region_code","proposal_id","round")
);
--> statement-breakpoint
ALTER TABLE "proposal_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposals" (
	"region_code" text COLLATE "C" NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"selection" jsonb NOT NULL,
	"parameters" jsonb NOT NULL,
	"state" "proposal_state" DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_region_code_id_pk" PRIMARY KEY("region_code","id")
);
--> statement-breakpoint
ALTER TABLE "proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "form_fields" ADD COLUMN "element_id" integer;--> statement-breakpoint
ALTER TABLE "item_overlaps" ADD CONSTRAINT "item_overlaps_a_fk" FOREIGN KEY ("a_region","a_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_overlaps" ADD CONSTRAINT "item_overlaps_b_fk" FOREIGN KEY ("b_region","b_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_sets" ADD CONSTRAINT "item_sets_asset_fk" FOREIGN KEY ("region_code","asset_id") REFERENCES "public"."assets"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_proposal_fk" FOREIGN KEY ("region_code","proposal_id") REFERENCES "public"."proposals"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_rounds" ADD CONSTRAINT "proposal_rounds_proposal_fk" FOREIGN KEY ("region_code","proposal_id") REFERENCES "public"."proposals"("region_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_elements_identifier_unique" ON "data_elements" USING btree ("region_code","identifier");--> statement-breakpoint
CREATE INDEX "element_aliases_decided_at_idx" ON "element_aliases" USING btree ("region_code","decided_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "elements_key_unique" ON "elements" USING btree ("key");--> statement-breakpoint
CREATE INDEX "item_overlaps_a_idx" ON "item_overlaps" USING btree ("a_id");--> statement-breakpoint
CREATE INDEX "item_overlaps_b_idx" ON "item_overlaps" USING btree ("b_id");--> statement-breakpoint
CREATE INDEX "item_overlaps_kind_idx" ON "item_overlaps" USING btree ("region_code","kind","relation");--> statement-breakpoint
CREATE INDEX "item_sets_kind_idx" ON "item_sets" USING btree ("region_code","kind");--> statement-breakpoint
CREATE INDEX "proposal_decisions_proposal_idx" ON "proposal_decisions" USING btree ("region_code","proposal_id","decided_at");--> statement-breakpoint
CREATE INDEX "proposals_id_idx" ON "proposals" USING btree ("id");--> statement-breakpoint
CREATE INDEX "proposals_created_at_idx" ON "proposals" USING btree ("region_code","created_at","id");--> statement-breakpoint
CREATE INDEX "form_fields_element_idx" ON "form_fields" USING btree ("region_code","element_id");--> statement-breakpoint
CREATE POLICY "data_elements_select" ON "data_elements" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ((("data_elements"."region_code" >= nullif(current_setting('app.region_from', true), '') and "data_elements"."region_code" < nullif(current_setting('app.region_to', true), '')) or ("data_elements"."region_code" in ('000000000000', rpad(left(nullif(current_setting('app.region_from', true), ''), 2), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 4), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 6), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 9), 12, '0')) and nullif(current_setting('app.region_from', true), '') is not null)) and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "data_elements_insert" ON "data_elements" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("data_elements"."region_code" >= nullif(current_setting('app.region_from', true), '') and "data_elements"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "data_elements_update" ON "data_elements" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("data_elements"."region_code" >= nullif(current_setting('app.region_from', true), '') and "data_elements"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("data_elements"."region_code" >= nullif(current_setting('app.region_from', true), '') and "data_elements"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "data_elements_delete" ON "data_elements" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("data_elements"."region_code" >= nullif(current_setting('app.region_from', true), '') and "data_elements"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "element_aliases_select" ON "element_aliases" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ((("element_aliases"."region_code" >= nullif(current_setting('app.region_from', true), '') and "element_aliases"."region_code" < nullif(current_setting('app.region_to', true), '')) or ("element_aliases"."region_code" in ('000000000000', rpad(left(nullif(current_setting('app.region_from', true), ''), 2), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 4), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 6), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 9), 12, '0')) and nullif(current_setting('app.region_from', true), '') is not null)) and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "element_aliases_insert" ON "element_aliases" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("element_aliases"."region_code" >= nullif(current_setting('app.region_from', true), '') and "element_aliases"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "element_aliases_update" ON "element_aliases" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("element_aliases"."region_code" >= nullif(current_setting('app.region_from', true), '') and "element_aliases"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("element_aliases"."region_code" >= nullif(current_setting('app.region_from', true), '') and "element_aliases"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "elements_select" ON "elements" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING (nullif(current_setting('app.role', true), '') is not null);--> statement-breakpoint
CREATE POLICY "elements_insert" ON "elements" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK (nullif(current_setting('app.role', true), '') in ('inspector', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "item_overlaps_select" ON "item_overlaps" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("item_overlaps"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_overlaps"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_overlaps.a_id, item_overlaps.b_id)))));--> statement-breakpoint
CREATE POLICY "item_overlaps_insert" ON "item_overlaps" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("item_overlaps"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_overlaps"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_overlaps.a_id, item_overlaps.b_id)))));--> statement-breakpoint
CREATE POLICY "item_overlaps_update" ON "item_overlaps" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("item_overlaps"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_overlaps"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_overlaps.a_id, item_overlaps.b_id))))) WITH CHECK ("item_overlaps"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_overlaps"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_overlaps.a_id, item_overlaps.b_id)))));--> statement-breakpoint
CREATE POLICY "item_overlaps_delete" ON "item_overlaps" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("item_overlaps"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_overlaps"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_overlaps.a_id, item_overlaps.b_id)))));--> statement-breakpoint
CREATE POLICY "item_sets_select" ON "item_sets" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ((("item_sets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_sets"."region_code" < nullif(current_setting('app.region_to', true), '')) or ("item_sets"."region_code" in ('000000000000', rpad(left(nullif(current_setting('app.region_from', true), ''), 2), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 4), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 6), 12, '0'), rpad(left(nullif(current_setting('app.region_from', true), ''), 9), 12, '0')) and nullif(current_setting('app.region_from', true), '') is not null)) and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'department', 'system'));--> statement-breakpoint
CREATE POLICY "item_sets_insert" ON "item_sets" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("item_sets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_sets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_sets.asset_id)))));--> statement-breakpoint
CREATE POLICY "item_sets_update" ON "item_sets" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("item_sets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_sets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_sets.asset_id))))) WITH CHECK ("item_sets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_sets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_sets.asset_id)))));--> statement-breakpoint
CREATE POLICY "item_sets_delete" ON "item_sets" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("item_sets"."region_code" >= nullif(current_setting('app.region_from', true), '') and "item_sets"."region_code" < nullif(current_setting('app.region_to', true), '') and (nullif(current_setting('app.role', true), '') in ('inspector', 'system') or (nullif(current_setting('app.role', true), '') in ('department') and exists (select 1 from assets where assets.id in (item_sets.asset_id)))));--> statement-breakpoint
CREATE POLICY "proposal_decisions_select" ON "proposal_decisions" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("proposal_decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_decisions_insert" ON "proposal_decisions" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("proposal_decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_decisions_update" ON "proposal_decisions" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("proposal_decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("proposal_decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_decisions_delete" ON "proposal_decisions" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("proposal_decisions"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_decisions"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_rounds_select" ON "proposal_rounds" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("proposal_rounds"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_rounds"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_rounds_insert" ON "proposal_rounds" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("proposal_rounds"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_rounds"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_rounds_update" ON "proposal_rounds" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("proposal_rounds"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_rounds"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("proposal_rounds"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_rounds"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposal_rounds_delete" ON "proposal_rounds" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("proposal_rounds"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposal_rounds"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposals_select" ON "proposals" AS PERMISSIVE FOR SELECT TO "jianfu_app" USING ("proposals"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposals"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'));--> statement-breakpoint
CREATE POLICY "proposals_insert" ON "proposals" AS PERMISSIVE FOR INSERT TO "jianfu_app" WITH CHECK ("proposals"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposals"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposals_update" ON "proposals" AS PERMISSIVE FOR UPDATE TO "jianfu_app" USING ("proposals"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposals"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system')) WITH CHECK ("proposals"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposals"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
CREATE POLICY "proposals_delete" ON "proposals" AS PERMISSIVE FOR DELETE TO "jianfu_app" USING ("proposals"."region_code" >= nullif(current_setting('app.region_from', true), '') and "proposals"."region_code" < nullif(current_setting('app.region_to', true), '') and nullif(current_setting('app.role', true), '') in ('inspector', 'system'));--> statement-breakpoint
REVOKE ALL ON elements, item_sets, item_overlaps, element_aliases, data_elements, proposals, proposal_rounds, proposal_decisions FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON elements TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON item_sets, item_overlaps, data_elements, proposals TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON element_aliases, proposal_rounds, proposal_decisions TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (a_key, b_key, undone_by_name, undone_at) ON element_aliases TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_by_name, withdrawn_at) ON proposal_decisions TO jianfu_app;
--> statement-breakpoint
-- Whose a like item is may be known by all who see that there is one: the name of the unit, and nothing else of it.
CREATE FUNCTION unit_label(p_region text, p_unit uuid)
RETURNS text
LANGUAGE sql
STABLE
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
	SELECT units.name FROM units
	WHERE units.region_code = p_region COLLATE "C" AND units.id = p_unit
		AND nullif(current_setting('app.role', true), '') IN ('inspector', 'leader', 'department', 'system')
		AND ((p_region COLLATE "C" >= nullif(current_setting('app.region_from', true), '')
				AND p_region COLLATE "C" < nullif(current_setting('app.region_to', true), ''))
			OR p_region IN ('000000000000',
				rpad(left(nullif(current_setting('app.region_from', true), ''), 2), 12, '0'),
				rpad(left(nullif(current_setting('app.region_from', true), ''), 4), 12, '0'),
				rpad(left(nullif(current_setting('app.region_from', true), ''), 6), 12, '0'),
				rpad(left(nullif(current_setting('app.region_from', true), ''), 9), 12, '0')))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION unit_label(text, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION unit_label(text, uuid) TO jianfu_app;
