-- Sign-ins stand in the audit log too: the sign-in role names the account, and the line is written as that account's own.
CREATE FUNCTION note_sign_in(p_user_id text, p_action text)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
	v_user users%ROWTYPE;
	v_region text;
BEGIN
	IF p_action NOT IN ('account.sign_in', 'account.refuse_sign_in', 'account.sign_out') THEN
		RAISE EXCEPTION 'note_sign_in: % is no sign-in', p_action USING ERRCODE = 'insufficient_privilege';
	END IF;
	SELECT * INTO v_user FROM users WHERE id = p_user_id;
	IF NOT FOUND THEN RETURN; END IF;
	-- An account without power yet belongs to the office.
	v_region := coalesce(v_user.region_code, (SELECT region_code FROM installation WHERE id = 1), '000000000000');
	PERFORM set_config('app.actor_id', v_user.id, true),
		set_config('app.actor_name', v_user.name, true),
		set_config('app.role', coalesce(v_user.role::text, 'none'), true),
		set_config('app.region_from', v_region, true),
		set_config('app.region_to', v_region || '~', true);
	PERFORM append_audit(v_region, p_action, 'account', v_user.id, jsonb_build_object('username', v_user.username));
	-- The rest of the transaction is nobody's again.
	PERFORM set_config('app.actor_id', '', true), set_config('app.role', '', true),
		set_config('app.region_from', '', true), set_config('app.region_to', '', true);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION note_sign_in(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION note_sign_in(text, text) TO jianfu_auth;
