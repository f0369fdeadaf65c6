CREATE TABLE "item_set_removals" (
	"region_code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"written" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "item_set_removals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "item_overlaps_a_idx";--> statement-breakpoint
DROP INDEX "item_sets_kind_idx";--> statement-breakpoint
ALTER TABLE "item_overlaps" DROP CONSTRAINT "item_overlaps_region_code_a_id_b_id_pk";--> statement-breakpoint
ALTER TABLE "item_overlaps" ADD CONSTRAINT "item_overlaps_a_id_b_id_region_code_pk" PRIMARY KEY("a_id","b_id","region_code");--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "written" bigserial NOT NULL;--> statement-breakpoint
CREATE INDEX "item_sets_written_idx" ON "item_sets" USING btree ("region_code","written");--> statement-breakpoint
ALTER TABLE "item_sets" DROP COLUMN "written_in";--> statement-breakpoint
DROP POLICY "item_overlaps_insert" ON "item_overlaps" CASCADE;--> statement-breakpoint
DROP POLICY "item_overlaps_update" ON "item_overlaps" CASCADE;--> statement-breakpoint
DROP POLICY "item_overlaps_delete" ON "item_overlaps" CASCADE;--> statement-breakpoint
DROP POLICY "item_sets_insert" ON "item_sets" CASCADE;--> statement-breakpoint
DROP POLICY "item_sets_update" ON "item_sets" CASCADE;--> statement-breakpoint
DROP POLICY "item_sets_delete" ON "item_sets" CASCADE;
--> statement-breakpoint
-- A change of one item gives its pairs other counts: with room on the page no index has to follow.
ALTER TABLE "item_overlaps" SET (fillfactor = 75);
--> statement-breakpoint
-- What items are compared by follows from the items, so that nobody writes it by hand: these functions are the only way. They ask once
-- for each item what row policies would ask for each of its fields and pairs, several times a statement.
REVOKE INSERT, UPDATE, DELETE ON item_sets, item_overlaps FROM jianfu_app;
--> statement-breakpoint
REVOKE ALL ON item_set_removals FROM PUBLIC;
--> statement-breakpoint
-- Whether the actor may change an item of this region and unit: as the policies of `assets` say.
CREATE FUNCTION may_change_item(p_region text, p_unit uuid)
RETURNS boolean
LANGUAGE sql
STABLE
AS $$
	SELECT p_region COLLATE "C" >= nullif(current_setting('app.region_from', true), '')
		AND p_region COLLATE "C" < nullif(current_setting('app.region_to', true), '')
		AND (nullif(current_setting('app.role', true), '') IN ('inspector', 'system')
			OR (nullif(current_setting('app.role', true), '') = 'department' AND p_unit = nullif(current_setting('app.unit_id', true), '')::uuid))
$$;
--> statement-breakpoint
-- Items of kinds that are compared, with their fields ([position, label, technical, element_id, key], in order), that the actor may change.
CREATE FUNCTION items_to_compare(p_regions text[], p_ids uuid[])
RETURNS TABLE (region_code text, id uuid, kind asset_kind, name text, state asset_state, attributes jsonb, fields json)
LANGUAGE plpgsql
STABLE
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
BEGIN
	RETURN QUERY
	SELECT a.region_code::text, a.id, a.kind, a.name, a.state, a.attributes,
		(SELECT json_agg(json_build_array(f.position, f.label, f.technical, f.element_id, e.key) ORDER BY f.position)
			FROM form_fields AS f LEFT JOIN elements AS e ON e.id = f.element_id
			WHERE f.region_code = a.region_code AND f.asset_id = a.id)
	FROM assets AS a
	WHERE a.id = ANY (p_ids) AND a.region_code = ANY (p_regions) AND a.kind IN ('form', 'app') AND may_change_item(a.region_code, a.unit_id);
END
$$;
--> statement-breakpoint
-- Items as they were read: which of their fields are known as another element now, and the sets of those that run; no members say that
-- an item does not run. What else a set tells is the item's own. How many rows changed.
CREATE FUNCTION put_item_sets(
	p_field_region text[], p_field_asset uuid[], p_field_position integer[], p_field_element integer[],
	p_region text[], p_asset uuid[], p_members bytea[], p_own bytea[], p_words bytea[], p_read_by text)
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
	v_rows integer;
	v_changed integer;
BEGIN
	IF EXISTS (
		SELECT FROM unnest(p_region, p_asset) AS t (region_code, asset_id)
		LEFT JOIN assets ON assets.region_code = t.region_code COLLATE "C" AND assets.id = t.asset_id
		WHERE may_change_item(assets.region_code, assets.unit_id) IS NOT TRUE
	) OR NOT p_field_asset <@ p_asset THEN
		RAISE EXCEPTION 'permission denied for an item' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE form_fields SET element_id = t.element_id
	FROM unnest(p_field_region, p_field_asset, p_field_position, p_field_element) AS t (region_code, asset_id, position, element_id)
	WHERE form_fields.region_code = t.region_code COLLATE "C" AND form_fields.asset_id = t.asset_id AND form_fields.position = t.position;
	GET DIAGNOSTICS v_changed = ROW_COUNT;
	DELETE FROM item_sets USING unnest(p_region, p_asset, p_members) AS t (region_code, asset_id, members)
	WHERE t.members IS NULL AND item_sets.region_code = t.region_code COLLATE "C" AND item_sets.asset_id = t.asset_id;
	GET DIAGNOSTICS v_rows = ROW_COUNT;
	v_changed := v_changed + v_rows;
	INSERT INTO item_sets AS s (region_code, asset_id, kind, name, unit_id, respondent, members, own, words, read_by)
	SELECT assets.region_code, assets.id, assets.kind, assets.name, assets.unit_id,
		CASE assets.kind WHEN 'form' THEN nullif(assets.attributes ->> 'respondent', '') END, t.members, t.own, t.words, p_read_by
	FROM unnest(p_region, p_asset, p_members, p_own, p_words) AS t (region_code, asset_id, members, own, words)
	JOIN assets ON assets.region_code = t.region_code COLLATE "C" AND assets.id = t.asset_id
	WHERE t.members IS NOT NULL
	ON CONFLICT (region_code, asset_id) DO UPDATE
	SET (name, unit_id, respondent, members, own, words, read_by, written) = (excluded.name, excluded.unit_id, excluded.respondent,
		excluded.members, excluded.own, excluded.words, excluded.read_by, excluded.written)
	WHERE (s.name, s.unit_id, s.respondent, s.members, s.own, s.words, s.read_by) IS DISTINCT FROM
		(excluded.name, excluded.unit_id, excluded.respondent, excluded.members, excluded.own, excluded.words, excluded.read_by);
	GET DIAGNOSTICS v_rows = ROW_COUNT;
	RETURN v_changed + v_rows;
END
$$;
--> statement-breakpoint
-- Takes pairs away and puts others in the place of what stands of them, column by column. Whoever may change only some items of a
-- region names those of which the pairs are. How many rows changed.
CREATE FUNCTION put_item_overlaps(
	p_items uuid[],
	p_gone_region text[], p_gone_a uuid[], p_gone_b uuid[],
	p_region text[], p_a_region text[], p_a uuid[], p_b_region text[], p_b uuid[], p_kind asset_kind[], p_relation form_relation[],
	p_shared integer[], p_size_a integer[], p_size_b integer[], p_own_shared integer[], p_own_a integer[], p_own_b integer[],
	p_words_shared integer[], p_words_a integer[], p_words_b integer[])
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
	v_from text COLLATE "C" := nullif(current_setting('app.region_from', true), '');
	v_to text COLLATE "C" := nullif(current_setting('app.region_to', true), '');
	v_role text := coalesce(current_setting('app.role', true), '');
	v_rows integer;
	v_changed integer;
BEGIN
	IF v_role NOT IN ('inspector', 'department', 'system') OR EXISTS (
		SELECT FROM unnest(p_gone_region || p_region) AS region WHERE (region COLLATE "C" >= v_from AND region COLLATE "C" < v_to) IS NOT TRUE
	) OR (v_role = 'department' AND (EXISTS (
		SELECT FROM unnest(p_items) AS item (id)
		WHERE NOT EXISTS (SELECT FROM assets WHERE assets.id = item.id AND may_change_item(assets.region_code, assets.unit_id))
	) OR EXISTS (
		SELECT FROM unnest(p_gone_a || p_a, p_gone_b || p_b) AS pair (a, b) WHERE (a = ANY (p_items) OR b = ANY (p_items)) IS NOT TRUE
	))) THEN
		RAISE EXCEPTION 'permission denied for a pair' USING ERRCODE = 'insufficient_privilege';
	END IF;
	DELETE FROM item_overlaps USING unnest(p_gone_region, p_gone_a, p_gone_b) AS t (region, a, b)
	WHERE item_overlaps.region_code = t.region COLLATE "C" AND item_overlaps.a_id = t.a AND item_overlaps.b_id = t.b;
	GET DIAGNOSTICS v_changed = ROW_COUNT;
	INSERT INTO item_overlaps AS o (region_code, a_region, a_id, b_region, b_id, kind, relation, shared, size_a, size_b,
		own_shared, own_a, own_b, words_shared, words_a, words_b)
	SELECT * FROM unnest(p_region, p_a_region, p_a, p_b_region, p_b, p_kind, p_relation, p_shared, p_size_a, p_size_b,
		p_own_shared, p_own_a, p_own_b, p_words_shared, p_words_a, p_words_b)
	ON CONFLICT (region_code, a_id, b_id) DO UPDATE
	SET (relation, shared, size_a, size_b, own_shared, own_a, own_b, words_shared, words_a, words_b) = (excluded.relation, excluded.shared,
		excluded.size_a, excluded.size_b, excluded.own_shared, excluded.own_a, excluded.own_b, excluded.words_shared, excluded.words_a,
		excluded.words_b)
	WHERE (o.relation, o.shared, o.size_a, o.size_b, o.own_shared, o.own_a, o.own_b, o.words_shared, o.words_a, o.words_b) IS DISTINCT FROM
		(excluded.relation, excluded.shared, excluded.size_a, excluded.size_b, excluded.own_shared, excluded.own_a, excluded.own_b,
		excluded.words_shared, excluded.words_a, excluded.words_b);
	GET DIAGNOSTICS v_rows = ROW_COUNT;
	RETURN v_changed + v_rows;
END
$$;
--> statement-breakpoint
-- A set that is gone cannot tell that it is: its region does, once a transaction, which holds the region until it ends.
CREATE FUNCTION note_removed_set() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
BEGIN
	INSERT INTO item_set_removals (region_code, written) VALUES (old.region_code, nextval('item_sets_written_seq'))
	ON CONFLICT (region_code) DO UPDATE SET written = excluded.written
	WHERE item_set_removals.xmin <> pg_current_xact_id()::xid;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER item_sets_note_removed AFTER DELETE ON item_sets FOR EACH ROW EXECUTE FUNCTION note_removed_set();
--> statement-breakpoint
-- What was written after number `p_since` of the sets of the items that people of a region face, its own and those below it (a range of
-- codes) and those of the regions it lies in; without an id where sets of a region were removed, `here` if by this very transaction.
-- Whoever writes the sets of a line holds it, so that what is committed later has the greater number.
CREATE FUNCTION item_line(p_from text, p_to text, p_since bigint)
RETURNS TABLE (written bigint, region_code text, id uuid, kind asset_kind, name text, respondent text, members bytea, own bytea, words bytea, here boolean)
LANGUAGE plpgsql
STABLE
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
	v_above text[] COLLATE "C" := ARRAY(
		SELECT code FROM (SELECT rpad(left(p_from, digits), 12, '0') COLLATE "C" FROM unnest(ARRAY[0, 2, 4, 6, 9]) AS digits) AS line (code)
		WHERE code < p_from COLLATE "C");
BEGIN
	IF (p_from COLLATE "C" >= nullif(current_setting('app.region_from', true), '')
		AND p_to COLLATE "C" <= nullif(current_setting('app.region_to', true), '')
		AND nullif(current_setting('app.role', true), '') IN ('inspector', 'department', 'system')) IS NOT TRUE
	THEN
		RAISE EXCEPTION 'permission denied for the regions from %', p_from USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN QUERY
	SELECT s.written, s.region_code::text, s.asset_id, s.kind, s.name, s.respondent, s.members, s.own, s.words, false FROM item_sets AS s
	WHERE s.region_code >= p_from COLLATE "C" AND s.region_code < p_to COLLATE "C" AND s.written > p_since
	UNION ALL
	SELECT s.written, s.region_code::text, s.asset_id, s.kind, s.name, s.respondent, s.members, s.own, s.words, false FROM item_sets AS s
	WHERE s.region_code = ANY (v_above) AND s.written > p_since
	UNION ALL
	SELECT r.written, r.region_code::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
		coalesce(r.xmin = pg_current_xact_id_if_assigned()::xid, false)
	FROM item_set_removals AS r
	WHERE ((r.region_code >= p_from COLLATE "C" AND r.region_code < p_to COLLATE "C") OR r.region_code = ANY (v_above))
		AND r.written > p_since;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION may_change_item, items_to_compare, put_item_sets, put_item_overlaps, note_removed_set, item_line FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION items_to_compare, put_item_sets, put_item_overlaps, item_line TO jianfu_app;
