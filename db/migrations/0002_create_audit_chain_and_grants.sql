-- The one way into the audit log. Runs as the owner; who acted is read from the transaction, never from an argument.
CREATE FUNCTION append_audit(p_region text, p_action text, p_subject_type text, p_subject_id text, p_detail jsonb)
RETURNS text
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
	v_chain text COLLATE "C" := rtrim(left(p_region, 6), '0');
	v_actor_id text := nullif(current_setting('app.actor_id', true), '');
	v_actor_name text := nullif(current_setting('app.actor_name', true), '');
	v_role text := nullif(current_setting('app.role', true), '');
	v_from text COLLATE "C" := nullif(current_setting('app.region_from', true), '');
	v_to text COLLATE "C" := nullif(current_setting('app.region_to', true), '');
	v_at timestamptz := clock_timestamp();
	v_seq bigint;
	v_previous text;
	v_hash text;
BEGIN
	IF v_actor_id IS NULL OR v_role IS NULL THEN
		RAISE EXCEPTION 'append_audit: no actor is set in this transaction' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF NOT (p_region COLLATE "C" >= v_from AND p_region COLLATE "C" < v_to) THEN
		RAISE EXCEPTION 'append_audit: region % is outside the actor''s scope', p_region USING ERRCODE = 'insufficient_privilege';
	END IF;
	-- A code may end in a meaningful zero ("110100"): an even number of digits keeps the levels apart.
	IF length(v_chain) % 2 = 1 THEN v_chain := v_chain || '0'; END IF;
	IF v_chain = '' THEN v_chain := '00'; END IF;
	INSERT INTO audit_chains (chain, length, head_hash) VALUES (v_chain, 0, '') ON CONFLICT (chain) DO NOTHING;
	-- The row lock orders the writers of one chain until they commit.
	SELECT length + 1, head_hash INTO v_seq, v_previous FROM audit_chains WHERE chain = v_chain FOR UPDATE;
	v_hash := audit_hash(v_previous, p_region, v_chain, v_seq, v_at, v_actor_id, v_actor_name, v_role, p_action, p_subject_type, p_subject_id, p_detail);
	INSERT INTO audit_log (region_code, chain, seq, at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail, previous_hash, hash)
	VALUES (p_region, v_chain, v_seq, v_at, v_actor_id, v_actor_name, v_role, p_action, p_subject_type, p_subject_id, p_detail, v_previous, v_hash);
	UPDATE audit_chains SET length = v_seq, head_hash = v_hash WHERE chain = v_chain;
	RETURN v_hash;
END
$$;
--> statement-breakpoint
-- Every field is written with its length, so that no two rows share a text.
CREATE FUNCTION audit_hash(p_previous text, p_region text, p_chain text, p_seq bigint, p_at timestamptz, p_actor_id text, p_actor_name text, p_role text, p_action text, p_subject_type text, p_subject_id text, p_detail jsonb)
RETURNS text
LANGUAGE sql
IMMUTABLE
SET timezone = 'UTC'
AS $$
	SELECT encode(sha256(convert_to(string_agg(length(field) || ':' || field, ',' ORDER BY position), 'UTF8')), 'hex')
	FROM unnest(ARRAY[p_previous, p_region, p_chain, p_seq::text, to_char(p_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor_id, coalesce(p_actor_name, ''), p_role, p_action, p_subject_type, p_subject_id, p_detail::text]) WITH ORDINALITY AS t (field, position)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER asset_changes_append_only BEFORE UPDATE OR DELETE ON asset_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER asset_changes_no_truncate BEFORE TRUNCATE ON asset_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO jianfu_app, jianfu_auth;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(text, text, text, text, jsonb) TO jianfu_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit_hash(text, text, text, bigint, timestamptz, text, text, text, text, text, text, jsonb) TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON regions, installation, import_mappings, review_sessions TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON units, assets, form_fields, usage_months, demands, import_batches, import_rows, review_items TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON asset_changes, rule_packs, assessments, asset_assessments, findings, decisions TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at, withdrawn_by_name, withdraw_reason) ON decisions TO jianfu_app;
--> statement-breakpoint
GRANT SELECT ON audit_log, audit_chains TO jianfu_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE asset_changes_seq_seq TO jianfu_app;
--> statement-breakpoint
GRANT SELECT ON users TO jianfu_app;
--> statement-breakpoint
GRANT UPDATE (role, region_code, unit_id, disabled, failed_sign_ins, locked_until, updated_at) ON users TO jianfu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON users, auth_sessions, auth_accounts, auth_verifications TO jianfu_auth;
