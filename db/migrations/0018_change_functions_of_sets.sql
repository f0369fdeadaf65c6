DROP FUNCTION items_to_compare, item_line, put_item_sets, put_item_overlaps;
--> statement-breakpoint
-- Everything that is needed to compare items of one region anew, as one answer: the items that the actor may change, with their fields
-- ([position, label, technical, element_id], in order); the answers about elements that hold in the region, the oldest first; and what
-- was written after number `p_since` of the sets of the line of the region (nothing where that is null), the items that its people
-- face: its own, those below it (a range of codes) and those of the regions it lies in. A row of news without an id tells that sets
-- of a region were removed, `here` if by this very transaction.
-- First it takes these locks of `set-lock.ts`, so that it sees what whoever held them wrote: it is volatile, and each of its
-- statements looks anew. Whoever writes the sets of a line holds it, so that what is committed later has the greater number.
CREATE FUNCTION items_to_compare(p_above bigint[], p_own bigint, p_region text, p_from text, p_to text, p_ids uuid[], p_since bigint,
	OUT items json, OUT answers json, OUT news json)
LANGUAGE plpgsql
VOLATILE
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
	v_above text[] COLLATE "C";
	v_line text[] COLLATE "C";
BEGIN
	IF (p_from COLLATE "C" >= nullif(current_setting('app.region_from', true), '')
		AND p_to COLLATE "C" <= nullif(current_setting('app.region_to', true), '')
		AND p_region COLLATE "C" >= p_from AND p_region COLLATE "C" < p_to
		AND nullif(current_setting('app.role', true), '') IN ('inspector', 'department', 'system')) IS NOT TRUE
	THEN
		RAISE EXCEPTION 'permission denied for the regions from %', p_from USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF p_own IS NOT NULL THEN
		PERFORM pg_advisory_xact_lock_shared(key) FROM unnest(p_above) AS key;
		PERFORM pg_advisory_xact_lock(p_own);
	END IF;
	v_above := ARRAY['000000000000', rpad(left(p_from, 2), 12, '0'), rpad(left(p_from, 4), 12, '0'), rpad(left(p_from, 6), 12, '0'),
		rpad(left(p_from, 9), 12, '0')];
	v_line := p_region || v_above;
	SELECT json_agg(each) INTO items FROM (
		SELECT a.region_code, a.id, a.kind, a.name, a.state, a.attributes,
			(SELECT json_agg(json_build_array(f.position, f.label, f.technical, f.element_id) ORDER BY f.position)
				FROM form_fields AS f WHERE f.region_code = a.region_code AND f.asset_id = a.id) AS fields
		FROM assets AS a
		WHERE a.region_code = p_region COLLATE "C" AND a.id = ANY (p_ids) AND a.kind IN ('form', 'app')
			AND may_change_item(a.region_code, a.unit_id)
	) AS each;
	SELECT json_agg(each) INTO answers FROM (
		SELECT a.region_code, a.a_label, a.a_form, a.a_key, a.b_label, a.b_form, a.b_key, a.answer, a.decided_by_name
		FROM element_aliases AS a WHERE a.region_code = ANY (v_line) AND a.undone_at IS NULL ORDER BY a.decided_at, a.id
	) AS each;
	IF p_since IS NOT NULL THEN
		SELECT json_agg(each) INTO news FROM (
			SELECT s.written, s.region_code, s.asset_id AS id, s.kind, s.name, s.respondent, s.members, s.own, s.words, false AS here
			FROM item_sets AS s
			WHERE s.region_code >= p_from COLLATE "C" AND s.region_code < p_to COLLATE "C" AND s.written > p_since
			UNION ALL
			SELECT s.written, s.region_code, s.asset_id, s.kind, s.name, s.respondent, s.members, s.own, s.words, false FROM item_sets AS s
			WHERE s.region_code = ANY (v_above) AND s.region_code < p_from COLLATE "C" AND s.written > p_since
			UNION ALL
			SELECT r.written, r.region_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
				coalesce(r.xmin = pg_current_xact_id_if_assigned()::xid, false)
			FROM item_set_removals AS r
			WHERE ((r.region_code >= p_from COLLATE "C" AND r.region_code < p_to COLLATE "C")
				OR (r.region_code = ANY (v_above) AND r.region_code < p_from COLLATE "C")) AND r.written > p_since
		) AS each;
	END IF;
END
$$;
--> statement-breakpoint
-- What became of items, as one call: which of their fields are known as another element now, column by column; the sets of those that
-- run (no members say that an item does not; what else a set tells is the item's own); and pairs that are gone, and others that take
-- the place of what stands of them. A department's pairs are those of the items that are named with them. How many rows changed.
CREATE FUNCTION put_compared_items(
	p_field_region text[], p_field_asset uuid[], p_field_position integer[], p_field_element integer[],
	p_region text[], p_asset uuid[], p_members bytea[], p_own bytea[], p_words bytea[], p_read_by text,
	p_gone_region text[], p_gone_a uuid[], p_gone_b uuid[],
	p_pair_region text[], p_a_region text[], p_a uuid[], p_b_region text[], p_b uuid[], p_kind asset_kind[], p_relation form_relation[],
	p_shared integer[], p_size_a integer[], p_size_b integer[], p_own_shared integer[], p_own_a integer[], p_own_b integer[],
	p_words_shared integer[], p_words_a integer[], p_words_b integer[],
	OUT sets integer, OUT pairs integer)
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
BEGIN
	IF v_role NOT IN ('inspector', 'department', 'system') OR NOT p_field_asset <@ p_asset OR EXISTS (
		SELECT FROM unnest(p_region, p_asset) AS t (region_code, asset_id)
		LEFT JOIN assets ON assets.region_code = t.region_code COLLATE "C" AND assets.id = t.asset_id
		WHERE may_change_item(assets.region_code, assets.unit_id) IS NOT TRUE
	) OR EXISTS (
		SELECT FROM unnest(p_gone_region || p_pair_region, p_gone_a || p_a, p_gone_b || p_b) AS pair (region_code, a, b)
		WHERE (region_code COLLATE "C" >= v_from AND region_code COLLATE "C" < v_to
			AND (v_role <> 'department' OR a = ANY (p_asset) OR b = ANY (p_asset))) IS NOT TRUE
	) THEN
		RAISE EXCEPTION 'permission denied for an item' USING ERRCODE = 'insufficient_privilege';
	END IF;
	sets := 0;
	pairs := 0;
	IF cardinality(p_field_asset) > 0 THEN
		UPDATE form_fields SET element_id = t.element_id
		FROM unnest(p_field_region, p_field_asset, p_field_position, p_field_element) AS t (region_code, asset_id, position, element_id)
		WHERE form_fields.region_code = t.region_code COLLATE "C" AND form_fields.asset_id = t.asset_id AND form_fields.position = t.position;
		GET DIAGNOSTICS sets = ROW_COUNT;
	END IF;
	IF array_position(p_members, NULL) IS NOT NULL THEN
		DELETE FROM item_sets USING unnest(p_region, p_asset, p_members) AS t (region_code, asset_id, members)
		WHERE t.members IS NULL AND item_sets.region_code = t.region_code COLLATE "C" AND item_sets.asset_id = t.asset_id;
		GET DIAGNOSTICS v_rows = ROW_COUNT;
		sets := sets + v_rows;
	END IF;
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
	sets := sets + v_rows;
	IF cardinality(p_gone_a) > 0 THEN
		DELETE FROM item_overlaps USING unnest(p_gone_region, p_gone_a, p_gone_b) AS t (region, a, b)
		WHERE item_overlaps.region_code = t.region COLLATE "C" AND item_overlaps.a_id = t.a AND item_overlaps.b_id = t.b;
		GET DIAGNOSTICS pairs = ROW_COUNT;
	END IF;
	INSERT INTO item_overlaps AS o (region_code, a_region, a_id, b_region, b_id, kind, relation, shared, size_a, size_b,
		own_shared, own_a, own_b, words_shared, words_a, words_b)
	SELECT * FROM unnest(p_pair_region, p_a_region, p_a, p_b_region, p_b, p_kind, p_relation, p_shared, p_size_a, p_size_b,
		p_own_shared, p_own_a, p_own_b, p_words_shared, p_words_a, p_words_b)
	ON CONFLICT (region_code, a_id, b_id) DO UPDATE
	SET (relation, shared, size_a, size_b, own_shared, own_a, own_b, words_shared, words_a, words_b) = (excluded.relation, excluded.shared,
		excluded.size_a, excluded.size_b, excluded.own_shared, excluded.own_a, excluded.own_b, excluded.words_shared, excluded.words_a,
		excluded.words_b)
	WHERE (o.relation, o.shared, o.size_a, o.size_b, o.own_shared, o.own_a, o.own_b, o.words_shared, o.words_a, o.words_b) IS DISTINCT FROM
		(excluded.relation, excluded.shared, excluded.size_a, excluded.size_b, excluded.own_shared, excluded.own_a, excluded.own_b,
		excluded.words_shared, excluded.words_a, excluded.words_b);
	GET DIAGNOSTICS v_rows = ROW_COUNT;
	pairs := pairs + v_rows;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION items_to_compare, put_compared_items FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION items_to_compare, put_compared_items TO jianfu_app;
