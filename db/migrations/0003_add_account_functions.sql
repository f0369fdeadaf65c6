-- The application's role cannot reach credentials: these two functions are its only way to make an account or set a password,
-- in the same transaction as the line in the audit log.
CREATE FUNCTION create_account(p_username text, p_name text, p_password_hash text, p_role user_role, p_region text, p_unit uuid)
RETURNS text
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
	v_role text := nullif(current_setting('app.role', true), '');
	v_id text := gen_random_uuid()::text;
BEGIN
	IF v_role IS NULL OR v_role NOT IN ('system', 'system_admin') THEN
		RAISE EXCEPTION 'create_account: role % may not create accounts', v_role USING ERRCODE = 'insufficient_privilege';
	END IF;
	-- Who creates accounts grants no power: that is the security administrator's.
	IF v_role <> 'system' AND p_role IS NOT NULL THEN
		RAISE EXCEPTION 'create_account: only the operator may create an account with a role' USING ERRCODE = 'insufficient_privilege';
	END IF;
	INSERT INTO users (id, name, email, email_verified, username, display_username, role, region_code, unit_id)
	VALUES (v_id, p_name, p_username || '@jianfu.invalid', true, p_username, p_username, p_role, p_region, p_unit);
	INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password)
	VALUES (gen_random_uuid()::text, v_id, 'credential', v_id, p_password_hash);
	RETURN v_id;
END
$$;
--> statement-breakpoint
CREATE FUNCTION set_password(p_user_id text, p_password_hash text)
RETURNS boolean
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
	v_role text := nullif(current_setting('app.role', true), '');
	v_actor text := nullif(current_setting('app.actor_id', true), '');
	v_from text COLLATE "C" := nullif(current_setting('app.region_from', true), '');
	v_to text COLLATE "C" := nullif(current_setting('app.region_to', true), '');
BEGIN
	IF v_actor IS NULL OR v_role IS NULL OR NOT (v_role IN ('system', 'system_admin') OR p_user_id = v_actor) THEN
		RAISE EXCEPTION 'set_password: role % may not set this password', v_role USING ERRCODE = 'insufficient_privilege';
	END IF;
	PERFORM 1 FROM users WHERE id = p_user_id
		AND (v_role = 'system' OR id = v_actor OR region_code IS NULL OR (region_code >= v_from AND region_code < v_to));
	IF NOT FOUND THEN RETURN false; END IF;
	UPDATE auth_accounts SET password = p_password_hash, updated_at = now() WHERE user_id = p_user_id AND provider_id = 'credential';
	IF NOT FOUND THEN RETURN false; END IF;
	UPDATE users SET failed_sign_ins = 0, locked_until = NULL, updated_at = now() WHERE id = p_user_id;
	DELETE FROM auth_sessions WHERE user_id = p_user_id;
	RETURN true;
END
$$;
--> statement-breakpoint
-- A session never outlives the power that it was opened with.
CREATE FUNCTION end_sessions() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
BEGIN
	DELETE FROM auth_sessions WHERE user_id = NEW.id;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER users_end_sessions AFTER UPDATE OF role, region_code, unit_id, disabled ON users FOR EACH ROW
WHEN ((OLD.role, OLD.region_code, OLD.unit_id, OLD.disabled) IS DISTINCT FROM (NEW.role, NEW.region_code, NEW.unit_id, NEW.disabled))
EXECUTE FUNCTION end_sessions();
--> statement-breakpoint
REVOKE ALL ON FUNCTION create_account(text, text, text, user_role, text, uuid), set_password(text, text), end_sessions() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION create_account(text, text, text, user_role, text, uuid), set_password(text, text) TO jianfu_app;
