-- Who is about to set up a group may know which others there are on the same matter: their name, their unit's, what they are for;
-- nothing else of them. Of the actor's own regions and of those above.
CREATE FUNCTION check_groups()
RETURNS TABLE (region_code text, id uuid, name text, unit_id uuid, unit_name text, matter text, topic text, group_type text)
LANGUAGE sql
STABLE
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
	SELECT assets.region_code, assets.id, assets.name, assets.unit_id, units.name,
		assets.attributes ->> 'matter', assets.attributes ->> 'topic', assets.attributes ->> 'groupType'
	FROM assets
	LEFT JOIN units ON units.region_code = assets.region_code AND units.id = assets.unit_id
	WHERE assets.kind = 'group' AND assets.state IN ('in_use', 'fixing', 'merging', 'closing')
		AND nullif(current_setting('app.role', true), '') IN ('inspector', 'leader', 'department', 'system')
		AND ((assets.region_code >= nullif(current_setting('app.region_from', true), '')
				AND assets.region_code < nullif(current_setting('app.region_to', true), ''))
			OR (nullif(current_setting('app.region_from', true), '') IS NOT NULL
				AND assets.region_code IN ('000000000000',
					rpad(left(nullif(current_setting('app.region_from', true), ''), 2), 12, '0'),
					rpad(left(nullif(current_setting('app.region_from', true), ''), 4), 12, '0'),
					rpad(left(nullif(current_setting('app.region_from', true), ''), 6), 12, '0'),
					rpad(left(nullif(current_setting('app.region_from', true), ''), 9), 12, '0'))))
	ORDER BY assets.region_code, assets.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION check_groups() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION check_groups() TO jianfu_app;
