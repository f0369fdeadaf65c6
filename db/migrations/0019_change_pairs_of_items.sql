ALTER TABLE "item_sets" DROP CONSTRAINT "item_sets_region_code_asset_id_pk";--> statement-breakpoint
ALTER TABLE "item_sets" ADD CONSTRAINT "item_sets_asset_id_region_code_pk" PRIMARY KEY("asset_id","region_code");--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "pair_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "pair_relations" "form_relation"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "pair_shared" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "pair_own_shared" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_sets" ADD COLUMN "pair_words_shared" integer[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
-- Each pair goes to the item of the two that was written last.
UPDATE item_sets SET (pair_ids, pair_relations, pair_shared, pair_own_shared, pair_words_shared) =
	(told.ids, told.relations, told.shared, told.own_shared, told.words_shared)
FROM (
	SELECT CASE WHEN a.written > b.written THEN o.a_id ELSE o.b_id END AS teller,
		array_agg(CASE WHEN a.written > b.written THEN o.b_id ELSE o.a_id END) AS ids, array_agg(o.relation) AS relations,
		array_agg(o.shared) AS shared, array_agg(o.own_shared) AS own_shared, array_agg(o.words_shared) AS words_shared
	FROM item_overlaps AS o
	JOIN item_sets AS a ON a.asset_id = o.a_id AND a.region_code = o.a_region
	JOIN item_sets AS b ON b.asset_id = o.b_id AND b.region_code = o.b_region
	GROUP BY teller
) AS told
WHERE item_sets.asset_id = told.teller;
--> statement-breakpoint
DROP TABLE "item_overlaps";
--> statement-breakpoint
CREATE VIEW "public"."item_overlaps" WITH (security_invoker = true) AS (
  with sides as materialized (
    select region_code, asset_id, unit_id, written, region_code >= (select nullif(current_setting('app.region_from', true), '')) and region_code < (select nullif(current_setting('app.region_to', true), '')) as inside,
      octet_length(members) / 4 as size, octet_length(own) / 4 as size_own, octet_length(words) / 4 as size_words from item_sets)
  select greatest(one.region_code, other.region_code) as region_code,
    case when one.asset_id < other.asset_id then one.region_code else other.region_code end as a_region, case when one.asset_id < other.asset_id then one.asset_id else other.asset_id end as a_id,
    case when one.asset_id > other.asset_id then one.region_code else other.region_code end as b_region, case when one.asset_id > other.asset_id then one.asset_id else other.asset_id end as b_id,
    one.kind, one.relation,
    one.shared, case when one.asset_id < other.asset_id then one.size else other.size end as size_a, case when one.asset_id > other.asset_id then one.size else other.size end as size_b,
    one.own_shared, case when one.asset_id < other.asset_id then one.size_own else other.size_own end as own_a, case when one.asset_id > other.asset_id then one.size_own else other.size_own end as own_b,
    one.words_shared,
    case when one.words_shared is not null then case when one.asset_id < other.asset_id then one.size_words else other.size_words end end as words_a,
    case when one.words_shared is not null then case when one.asset_id > other.asset_id then one.size_words else other.size_words end end as words_b,
    one.asset_id as told_by, one.region_code as told_in
  from (
    select region_code, asset_id, unit_id, written, region_code >= (select nullif(current_setting('app.region_from', true), '')) and region_code < (select nullif(current_setting('app.region_to', true), '')) as inside,
      octet_length(members) / 4 as size, octet_length(own) / 4 as size_own, octet_length(words) / 4 as size_words, kind, unnest(pair_ids) as id, unnest(pair_relations) as relation, unnest(pair_shared) as shared,
      unnest(pair_own_shared) as own_shared, unnest(pair_words_shared) as words_shared
    from item_sets) as one
  join sides as other on other.asset_id = one.id and other.written < one.written
  where (one.inside or other.inside)
    and ((select nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'))
      or ((select nullif(current_setting('app.role', true), '') in ('department')) and (select nullif(current_setting('app.unit_id', true), '')::uuid) in (one.unit_id, other.unit_id))));--> statement-breakpoint
CREATE VIEW "public"."item_overlaps_of_few" WITH (security_invoker = true) AS (
  with sides as not materialized (
    select region_code, asset_id, unit_id, written, region_code >= (select nullif(current_setting('app.region_from', true), '')) and region_code < (select nullif(current_setting('app.region_to', true), '')) as inside,
      octet_length(members) / 4 as size, octet_length(own) / 4 as size_own, octet_length(words) / 4 as size_words from item_sets)
  select greatest(one.region_code, other.region_code) as region_code,
    case when one.asset_id < other.asset_id then one.region_code else other.region_code end as a_region, case when one.asset_id < other.asset_id then one.asset_id else other.asset_id end as a_id,
    case when one.asset_id > other.asset_id then one.region_code else other.region_code end as b_region, case when one.asset_id > other.asset_id then one.asset_id else other.asset_id end as b_id,
    one.kind, one.relation,
    one.shared, case when one.asset_id < other.asset_id then one.size else other.size end as size_a, case when one.asset_id > other.asset_id then one.size else other.size end as size_b,
    one.own_shared, case when one.asset_id < other.asset_id then one.size_own else other.size_own end as own_a, case when one.asset_id > other.asset_id then one.size_own else other.size_own end as own_b,
    one.words_shared,
    case when one.words_shared is not null then case when one.asset_id < other.asset_id then one.size_words else other.size_words end end as words_a,
    case when one.words_shared is not null then case when one.asset_id > other.asset_id then one.size_words else other.size_words end end as words_b,
    one.asset_id as told_by, one.region_code as told_in
  from (
    select region_code, asset_id, unit_id, written, region_code >= (select nullif(current_setting('app.region_from', true), '')) and region_code < (select nullif(current_setting('app.region_to', true), '')) as inside,
      octet_length(members) / 4 as size, octet_length(own) / 4 as size_own, octet_length(words) / 4 as size_words, kind, unnest(pair_ids) as id, unnest(pair_relations) as relation, unnest(pair_shared) as shared,
      unnest(pair_own_shared) as own_shared, unnest(pair_words_shared) as words_shared
    from item_sets) as one
  join sides as other on other.asset_id = one.id and other.written < one.written
  where (one.inside or other.inside)
    and ((select nullif(current_setting('app.role', true), '') in ('inspector', 'leader', 'system'))
      or ((select nullif(current_setting('app.role', true), '') in ('department')) and (select nullif(current_setting('app.unit_id', true), '')::uuid) in (one.unit_id, other.unit_id))));
--> statement-breakpoint
REVOKE ALL ON item_overlaps, item_overlaps_of_few FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON item_overlaps, item_overlaps_of_few TO jianfu_app;
--> statement-breakpoint
DROP FUNCTION put_compared_items, items_to_compare;
--> statement-breakpoint
-- The digits that the codes of a region and of all below it begin with.
CREATE FUNCTION region_prefix(p_code text)
RETURNS text
LANGUAGE sql
IMMUTABLE
AS $$
	SELECT CASE
		WHEN p_code = '000000000000' THEN ''
		WHEN right(p_code, 10) = '0000000000' THEN left(p_code, 2)
		WHEN right(p_code, 8) = '00000000' THEN left(p_code, 4)
		WHEN right(p_code, 6) = '000000' THEN left(p_code, 6)
		WHEN right(p_code, 3) = '000' THEN left(p_code, 9)
		ELSE p_code
	END
$$;
--> statement-breakpoint
-- The regions that a region lies in, by its digits.
CREATE FUNCTION regions_above(p_from text)
RETURNS text[]
LANGUAGE sql
IMMUTABLE
AS $$
	SELECT ARRAY['000000000000', rpad(left(p_from, 2), 12, '0'), rpad(left(p_from, 4), 12, '0'), rpad(left(p_from, 6), 12, '0'),
		rpad(left(p_from, 9), 12, '0')]
$$;
--> statement-breakpoint
-- Takes locks of `set-lock.ts`: those above together with others, its own alone.
CREATE FUNCTION hold_sets(p_above bigint[], p_alone bigint)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
	IF p_alone IS NOT NULL THEN
		PERFORM pg_advisory_xact_lock_shared(key) FROM unnest(p_above) AS key;
		PERFORM pg_advisory_xact_lock(p_alone);
	END IF;
END
$$;
--> statement-breakpoint
-- What the answers about elements that hold in these regions are known again by.
CREATE FUNCTION answers_stamp(p_regions text[])
RETURNS text
LANGUAGE plpgsql
STABLE
AS $$
BEGIN
	RETURN (
		SELECT concat_ws(' ', count(*), sum(hashtextextended(concat_ws('|', id, a_key, b_key, answer, decided_at, decided_by_name), 0)))
		FROM element_aliases WHERE region_code = ANY (p_regions COLLATE "C") AND undone_at IS NULL);
END
$$;
--> statement-breakpoint
-- Everything that is needed to compare items of one region anew, as one answer: the items that the actor may change, with their fields
-- ([position, label, technical, element_id], in order); the answers about elements that hold in the region, the oldest first, unless
-- they are those of `p_stamp`; and what was written after number `p_since` of the sets of the line of the region (nothing where that is
-- null), the items that its people face: its own, those below it (a range of codes) and those of the regions it lies in. A row of news
-- without an id tells that sets of a region were removed, `here` if by this very transaction.
-- First it takes locks, so that it sees what whoever held them wrote: it is volatile, and each of its statements looks anew. Whoever
-- writes the sets of a line holds it, so that what is committed later has the greater number.
CREATE FUNCTION items_to_compare(p_above bigint[], p_alone bigint, p_region text, p_from text, p_to text, p_ids uuid[], p_since bigint,
	p_stamp text, OUT items json, OUT stamp text, OUT answers json, OUT news json)
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
	PERFORM hold_sets(p_above, p_alone);
	v_above := regions_above(p_from);
	v_line := p_region || v_above;
	SELECT json_agg(each) INTO items FROM (
		SELECT a.region_code, a.id, a.kind, a.name, a.state, a.attributes,
			(SELECT json_agg(json_build_array(f.position, f.label, f.technical, f.element_id) ORDER BY f.position)
				FROM form_fields AS f WHERE f.region_code = a.region_code AND f.asset_id = a.id) AS fields
		FROM assets AS a
		WHERE a.region_code = p_region COLLATE "C" AND a.id = ANY (p_ids) AND a.kind IN ('form', 'app')
			AND may_change_item(a.region_code, a.unit_id)
	) AS each;
	stamp := answers_stamp(v_line);
	IF stamp IS DISTINCT FROM p_stamp THEN
		SELECT json_agg(each) INTO answers FROM (
			SELECT a.region_code, a.a_label, a.a_form, a.a_key, a.b_label, a.b_form, a.b_key, a.answer, a.decided_by_name
			FROM element_aliases AS a WHERE a.region_code = ANY (v_line) AND a.undone_at IS NULL ORDER BY a.decided_at, a.id
		) AS each;
	END IF;
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
-- What became of items of one region, as one call: which fields are which elements, column by column; items that are compared no more;
-- those that are what they were to all others; and those that are not, with their sets and all pairs that they make with what was
-- written before them, in this order. What else a set tells is the item's own. How many rows changed, and the greatest number written.
-- With a number and a stamp it is for who remembers the line of the region and did not ask for it: it takes locks first, and writes
-- nothing and answers null where the line or the answers are no longer what they were then.
CREATE FUNCTION put_compared_items(p_above bigint[], p_alone bigint, p_region text, p_from text, p_to text, p_since bigint, p_stamp text,
	p_read_by text,
	p_field_asset uuid[], p_field_position integer[], p_field_element integer[],
	p_ended uuid[], p_same uuid[],
	p_asset uuid[], p_members bytea[], p_own bytea[], p_words bytea[],
	p_pair_ids text[], p_pair_relations text[], p_pair_shared text[], p_pair_own_shared text[], p_pair_words_shared text[],
	OUT changed integer, OUT written bigint)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
	v_above text[] COLLATE "C" := regions_above(p_from);
	v_rows integer;
BEGIN
	IF p_since IS NOT NULL THEN
		PERFORM hold_sets(p_above, p_alone);
		IF EXISTS (
			SELECT FROM item_sets AS s WHERE s.region_code >= p_from COLLATE "C" AND s.region_code < p_to COLLATE "C" AND s.written > p_since
		) OR EXISTS (
			SELECT FROM item_sets AS s WHERE s.region_code = ANY (v_above) AND s.written > p_since
		) OR EXISTS (
			SELECT FROM item_set_removals AS r
			WHERE ((r.region_code >= p_from COLLATE "C" AND r.region_code < p_to COLLATE "C") OR r.region_code = ANY (v_above))
				AND r.written > p_since
		) OR answers_stamp(p_region || v_above) IS DISTINCT FROM p_stamp THEN
			RETURN;
		END IF;
	END IF;
	IF coalesce(current_setting('app.role', true), '') NOT IN ('inspector', 'department', 'system') OR EXISTS (
		SELECT FROM unnest(p_ended || p_same || p_asset) AS t (id)
		LEFT JOIN assets ON assets.region_code = p_region COLLATE "C" AND assets.id = t.id
		WHERE may_change_item(assets.region_code, assets.unit_id) IS NOT TRUE
	) OR NOT p_field_asset <@ (p_ended || p_same || p_asset) THEN
		RAISE EXCEPTION 'permission denied for an item' USING ERRCODE = 'insufficient_privilege';
	END IF;
	changed := 0;
	IF cardinality(p_field_asset) > 0 THEN
		UPDATE form_fields SET element_id = t.element_id
		FROM unnest(p_field_asset, p_field_position, p_field_element) AS t (asset_id, position, element_id)
		WHERE form_fields.region_code = p_region COLLATE "C" AND form_fields.asset_id = t.asset_id AND form_fields.position = t.position
			AND form_fields.element_id IS DISTINCT FROM t.element_id;
		GET DIAGNOSTICS changed = ROW_COUNT;
	END IF;
	IF cardinality(p_ended) > 0 THEN
		DELETE FROM item_sets WHERE region_code = p_region COLLATE "C" AND asset_id = ANY (p_ended);
		GET DIAGNOSTICS v_rows = ROW_COUNT;
		changed := changed + v_rows;
	END IF;
	IF cardinality(p_same) > 0 THEN
		UPDATE item_sets AS s SET unit_id = assets.unit_id, read_by = p_read_by FROM assets
		WHERE s.region_code = p_region COLLATE "C" AND s.asset_id = ANY (p_same)
			AND assets.region_code = s.region_code AND assets.id = s.asset_id
			AND (s.unit_id, s.read_by) IS DISTINCT FROM (assets.unit_id, p_read_by);
		GET DIAGNOSTICS v_rows = ROW_COUNT;
		changed := changed + v_rows;
	END IF;
	INSERT INTO item_sets AS s (region_code, asset_id, kind, name, unit_id, respondent, members, own, words, read_by,
		pair_ids, pair_relations, pair_shared, pair_own_shared, pair_words_shared)
	SELECT assets.region_code, assets.id, assets.kind, assets.name, assets.unit_id,
		CASE assets.kind WHEN 'form' THEN nullif(assets.attributes ->> 'respondent', '') END, t.members, t.own, t.words, p_read_by,
		t.pair_ids::uuid[], t.pair_relations::form_relation[], t.pair_shared::integer[], t.pair_own_shared::integer[],
		t.pair_words_shared::integer[]
	FROM unnest(p_asset, p_members, p_own, p_words, p_pair_ids, p_pair_relations, p_pair_shared, p_pair_own_shared, p_pair_words_shared)
		WITH ORDINALITY AS t (id, members, own, words, pair_ids, pair_relations, pair_shared, pair_own_shared, pair_words_shared, place)
	JOIN assets ON assets.region_code = p_region COLLATE "C" AND assets.id = t.id
	ORDER BY t.place
	ON CONFLICT (asset_id, region_code) DO UPDATE
	SET (name, unit_id, respondent, members, own, words, read_by, written, pair_ids, pair_relations, pair_shared, pair_own_shared,
		pair_words_shared) = (excluded.name, excluded.unit_id, excluded.respondent, excluded.members, excluded.own, excluded.words,
		excluded.read_by, excluded.written, excluded.pair_ids, excluded.pair_relations, excluded.pair_shared, excluded.pair_own_shared,
		excluded.pair_words_shared);
	GET DIAGNOSTICS v_rows = ROW_COUNT;
	changed := changed + v_rows;
	IF v_rows > 0 THEN
		written := currval('item_sets_written_seq');
	END IF;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION region_prefix, regions_above, hold_sets, answers_stamp, items_to_compare, put_compared_items FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION region_prefix, regions_above, items_to_compare, put_compared_items TO jianfu_app;
