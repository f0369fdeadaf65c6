import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/** "o" the actor's own unit, "s" another unit of the same county, "f" a unit of a foreign county. */
const uuid = (group: number, letter: string) =>
  `0000000${group}-0000-4000-8000-00000000000${{ o: 1, s: 2, f: 3, n: 9 }[letter]}`;
const REGION = { o: "990101000000", s: "990101000000", f: "990201000000" } as Record<string, string>;
export const UNITS = { o: uuid(1, "o"), s: uuid(1, "s"), f: uuid(1, "f") };
const LETTERS = ["o", "s", "f"];
const HASH = "0".repeat(64);
const DAY = "2026-11-20";

type Row = Record<string, unknown>;
type Fixture = {
  key: (letter: string) => Row;
  row: (letter: string) => Row;
  patch: Row;
  touch?: string;
  /** What of a copy differs by letter. */
  spare?: (letter: string) => Row;
  letters?: string[];
};
const unitId = (letter: string) => UNITS[letter as "o"];
const creator = (letter: string) => (letter === "o" ? "u-department" : `u-other-${letter}`);

/** In the order in which they can be inserted. `patch` makes a copy that clashes with no unique index. */
const FIXTURES: Record<string, Fixture> = {
  regions: {
    letters: ["o", "f"],
    key: (l) => ({ code: REGION[l] }),
    row: (l) => ({ code: REGION[l], name: `县${l}`, level: "county", parent_code: "990100000000", created_at: DAY }),
    patch: {},
    spare: (l) => ({ code: (REGION[l] as string).replace(/000000$/, "009000") }),
    touch: "name",
  },
  installation: {
    letters: ["o"],
    key: () => ({ id: 1 }),
    row: () => ({ id: 1, region_code: REGION.o, name: "示范县纪委监委", is_sample: true, created_at: DAY }),
    patch: { id: 2 },
  },
  units: {
    key: (l) => ({ id: unitId(l) }),
    row: (l) => ({ region_code: REGION[l], id: unitId(l), name: `单位${l}`, created_at: DAY, updated_at: DAY }),
    patch: { id: uuid(1, "n"), name: "新单位" },
  },
  assets: {
    key: (l) => ({ id: uuid(2, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(2, l),
      kind: "form",
      key: `k${l}`,
      name: `表${l}`,
      unit_id: unitId(l),
      state: "in_use",
      attributes: {},
      version: 1,
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: uuid(2, "n"), key: "new" },
  },
  asset_changes: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({
      region_code: REGION[l],
      seq: LETTERS.indexOf(l) + 1,
      asset_id: uuid(2, l),
      unit_id: unitId(l),
      verb: "create",
      version: 1,
      change: {},
      actor_id: "a",
      actor_name: "甲",
      at: DAY,
    }),
    patch: { seq: 99 },
  },
  form_fields: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({ region_code: REGION[l], asset_id: uuid(2, l), position: 1, label: "姓名", technical: false }),
    patch: { position: 2 },
  },
  elements: {
    letters: ["o"],
    key: () => ({ key: "本人·姓名" }),
    row: () => ({ key: "本人·姓名", header: true }),
    patch: { key: "本人·性别" },
    touch: "header",
  },
  item_sets: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({
      region_code: REGION[l],
      asset_id: uuid(2, l),
      kind: "form",
      name: `表${l}`,
      unit_id: unitId(l),
      members: "\\x00000001",
      own: "\\x",
      read_by: "1",
    }),
    patch: {},
    // Another item of the same unit, of which there is no set yet.
    spare: (l) => ({ asset_id: uuid(3, l) }),
    touch: "name",
  },
  item_set_removals: {
    key: (l) => ({ region_code: REGION[l] }),
    letters: ["o", "f"],
    row: (l) => ({ region_code: REGION[l], written: 1 }),
    patch: { region_code: "990199000000" },
    touch: "written",
  },
  element_aliases: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(4, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(4, l),
      a_label: "姓名",
      a_key: "本人·姓名",
      b_label: "名字",
      b_key: "本人·名字",
      answer: "same",
      decided_by: "a",
      decided_by_name: "甲",
      decided_at: DAY,
    }),
    patch: { id: uuid(4, "n") },
    touch: "undone_by_name",
  },
  data_elements: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(4, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(4, l),
      identifier: `E${l}`,
      name: "姓名",
      synonyms: [],
      version: 1,
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: uuid(4, "n"), identifier: "new" },
    touch: "name",
  },
  proposals: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(5, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(5, l),
      name: `方案${l}`,
      selection: {},
      parameters: {},
      state: "open",
      version: 1,
      created_by: "a",
      created_by_name: "甲",
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: uuid(5, "n") },
    touch: "name",
  },
  proposal_rounds: {
    letters: ["o", "f"],
    key: (l) => ({ proposal_id: uuid(5, l) }),
    row: (l) => ({
      region_code: REGION[l],
      proposal_id: uuid(5, l),
      round: 1,
      result: {},
      hours_before: 1,
      hours_after: 1,
      hours_lower_bound: 1,
      forms_before: 1,
      forms_after: 1,
      made_by: "a",
      made_by_name: "甲",
      made_at: DAY,
    }),
    patch: { round: 2 },
  },
  proposal_decisions: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(6, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(6, l),
      proposal_id: uuid(5, l),
      round: 1,
      kind: "keep",
      asset_ids: "{}",
      closed: false,
      decided_by: "a",
      decided_by_name: "甲",
      decided_at: DAY,
    }),
    patch: { id: uuid(6, "n") },
    touch: "withdrawn_by_name",
  },
  usage_months: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({ region_code: REGION[l], asset_id: uuid(2, l), month: "2026-10", active_users: 3 }),
    patch: { month: "2026-11" },
  },
  demands: {
    key: (l) => ({ id: uuid(3, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(3, l),
      asset_id: uuid(2, l),
      type: "ranking",
      quote: "每周通报",
      source: "通知",
      created_at: DAY,
    }),
    patch: { id: uuid(3, "n"), quote: "每月通报" },
  },
  import_batches: {
    key: (l) => ({ id: uuid(4, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(4, l),
      kind: "form",
      file_name: "a.csv",
      file_sha256: HASH,
      mapping: {},
      summary: {},
      assign_region: false,
      state: "checked",
      rows_read: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      created_by: creator(l),
      created_by_name: "甲",
      created_at: DAY,
    }),
    patch: { id: uuid(4, "n") },
  },
  import_rows: {
    key: (l) => ({ batch_id: uuid(4, l) }),
    row: (l) => ({
      region_code: REGION[l],
      batch_id: uuid(4, l),
      row_no: 2,
      outcome: "create",
      cells: {},
      problems: [],
    }),
    patch: { row_no: 3 },
  },
  import_mappings: {
    letters: ["o", "f"],
    key: (l) => ({ region_code: REGION[l] }),
    row: (l) => ({ region_code: REGION[l], kind: "form", header_key: "h", mapping: {}, updated_at: DAY }),
    patch: { header_key: "h2" },
  },
  rule_packs: {
    letters: ["o"],
    key: () => ({ version: "test-1" }),
    row: () => ({ version: "test-1", content: {}, created_at: DAY }),
    patch: { version: "test-2" },
    touch: "version",
  },
  assessments: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(5, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(5, l),
      region_prefix: (REGION[l] as string).slice(0, 6),
      as_of: DAY,
      pack_version: "test-1",
      assets: 1,
      created_by: "a",
      created_by_name: "甲",
      created_at: DAY,
    }),
    patch: { id: uuid(5, "n") },
  },
  asset_assessments: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({
      region_code: REGION[l],
      assessment_id: uuid(5, l === "f" ? "f" : "o"),
      asset_id: uuid(2, l),
      kind: "form",
      name: "表",
      unit_id: unitId(l),
      state: "in_use",
      band: "low",
      score: 0,
      score_if_unknown_hit: 10,
      red_lines: 0,
      hits: 0,
      unknowns: 1,
      burden_notes: {},
      recommendation_reason: "无",
    }),
    patch: { assessment_id: uuid(5, "n") },
  },
  findings: {
    key: (l) => ({ asset_id: uuid(2, l) }),
    row: (l) => ({
      region_code: REGION[l],
      assessment_id: uuid(5, l === "f" ? "f" : "o"),
      asset_id: uuid(2, l),
      rule_id: "r",
      outcome: "clear",
      red_line: false,
      points: 0,
      detail: {},
    }),
    patch: { rule_id: "r2" },
  },
  review_sessions: {
    key: (l) => ({ id: uuid(6, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(6, l),
      title: "会",
      held_on: DAY,
      state: "open",
      created_by: "a",
      created_by_name: "甲",
      created_at: DAY,
    }),
    patch: { id: uuid(6, "n") },
  },
  review_items: {
    key: (l) => ({ id: uuid(7, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(7, l),
      session_id: uuid(6, l),
      position: 1,
      asset_region_code: REGION[l],
      asset_id: uuid(2, l),
      created_at: DAY,
    }),
    patch: { id: uuid(7, "n") },
    spare: (l) => ({ session_id: uuid(9, l) }),
  },
  decisions: {
    key: (l) => ({ id: uuid(8, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(8, l),
      session_id: uuid(6, l),
      review_item_id: uuid(7, l),
      asset_region_code: REGION[l],
      asset_id: uuid(2, l),
      decision: "keep",
      reason: "在用",
      decided_by: "a",
      decided_by_name: "甲",
      decided_at: DAY,
      withdrawn_at: DAY,
    }),
    patch: { id: uuid(8, "n") },
    touch: "withdraw_reason",
  },
  suggestions: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(9, l) }),
    row: (l) => ({ region_code: REGION[l], id: uuid(9, l), receipt_hash: HASH, text: "太慢", created_on: DAY }),
    patch: { id: uuid(9, "n") },
    touch: "answer",
  },
  texts: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(9, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(9, l),
      kind: "notice",
      title: "通知",
      source: "某局",
      format: "paste",
      content: "每天打卡",
      content_hash: HASH,
      grammar_version: "1",
      created_by: "a",
      created_by_name: "甲",
      created_at: DAY,
    }),
    patch: { id: uuid(9, "n"), content_hash: "1".repeat(64) },
    touch: "title",
  },
  text_hits: {
    letters: ["o", "f"],
    key: (l) => ({ id: uuid(9, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(9, l),
      text_id: uuid(9, l),
      demand: "forced_checkin",
      stance: "order",
      counts: true,
      span_start: 0,
      span_end: 4,
      sentence_start: 0,
      sentence_end: 4,
      sentence: "每天打卡",
      sentence_hash: HASH,
      figures: [],
      pattern: "p",
      stance_rule: "s",
      state: "open",
    }),
    patch: { id: uuid(9, "n") },
    touch: "state",
  },
  indicators: {
    key: (l) => ({ id: uuid(9, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(9, l),
      name: "登录率",
      scheme: "考核细则",
      unit_id: unitId(l),
      bases: ["app_usage"],
      quote: "登录率占5分",
      state: "listed",
      created_by: "a",
      created_by_name: "甲",
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: uuid(9, "n") },
    touch: "state",
  },
  exemptions: {
    key: (l) => ({ id: uuid(9, l) }),
    row: (l) => ({
      region_code: REGION[l],
      id: uuid(9, l),
      asset_id: uuid(2, l),
      unit_id: unitId(l),
      rule_id: "r",
      state: "requested",
      reason: "应急值守",
      evidence: "预案",
      until: DAY,
      requested_by: "a",
      requested_by_name: "甲",
      requested_at: DAY,
    }),
    patch: { id: uuid(9, "n"), rule_id: "r2" },
    touch: "state",
  },
  local_packs: {
    letters: ["o", "f"],
    key: (l) => ({ region_code: REGION[l] }),
    row: (l) => ({
      region_code: REGION[l],
      version: "v1",
      title: "本级标准",
      content: {},
      note: "首次发布",
      published_by: "a",
      published_by_name: "甲",
      published_at: DAY,
    }),
    patch: { version: "v2" },
    touch: "title",
  },
  pack_activations: {
    letters: ["o", "f"],
    key: (l) => ({ region_code: REGION[l] }),
    row: (l) => ({
      region_code: REGION[l],
      seq: LETTERS.indexOf(l) + 1,
      version: "v1",
      reason: "首次发布",
      activated_by: "a",
      activated_by_name: "甲",
      activated_at: DAY,
    }),
    patch: { seq: 99 },
    touch: "version",
  },
  pack_drafts: {
    letters: ["o", "f"],
    key: (l) => ({ region_code: REGION[l] }),
    row: (l) => ({
      region_code: REGION[l],
      title: "草稿",
      content: {},
      revision: 1,
      updated_by: "a",
      updated_by_name: "甲",
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: {},
    spare: (l) => ({ region_code: (REGION[l] as string).replace(/000000$/, "009000") }),
    touch: "title",
  },
  audit_chains: {
    letters: ["o", "f"],
    key: (l) => ({ chain: (REGION[l] as string).slice(0, 6) }),
    row: (l) => ({ chain: (REGION[l] as string).slice(0, 6), length: 1, head_hash: HASH }),
    patch: { chain: "990109" },
    touch: "length",
  },
  audit_log: {
    key: (l) => ({ subject_id: `x${l}` }),
    row: (l) => ({
      region_code: REGION[l],
      chain: (REGION[l] as string).slice(0, 6),
      seq: LETTERS.indexOf(l) + 1,
      at: DAY,
      actor_id: "a",
      actor_name: "甲",
      actor_role: "inspector",
      action: "asset.amend",
      subject_type: "asset",
      subject_id: `x${l}`,
      detail: {},
      previous_hash: "",
      hash: HASH,
    }),
    patch: { seq: 99 },
  },
  users: {
    key: (l) => ({ id: l === "o" ? "u-inspector" : `u-other-${l}` }),
    row: (l) => ({
      id: l === "o" ? "u-inspector" : `u-other-${l}`,
      name: "甲",
      email: `${l}@example.invalid`,
      email_verified: false,
      username: `user-${l}`,
      role: "inspector",
      region_code: REGION[l],
      disabled: false,
      failed_sign_ins: 0,
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: "u-new", email: "new@example.invalid", username: "new" },
    touch: "disabled",
  },
  auth_sessions: {
    letters: ["o"],
    key: () => ({ id: "s" }),
    row: () => ({ id: "s", token: "t", user_id: "u-inspector", expires_at: DAY, created_at: DAY, updated_at: DAY }),
    patch: { id: "s2", token: "t2" },
    touch: "token",
  },
  auth_accounts: {
    letters: ["o"],
    key: () => ({ id: "c" }),
    row: () => ({
      id: "c",
      account_id: "u-inspector",
      provider_id: "credential",
      user_id: "u-inspector",
      password: "x",
      created_at: DAY,
      updated_at: DAY,
    }),
    patch: { id: "c2" },
    touch: "password",
  },
  auth_verifications: {
    letters: ["o"],
    key: () => ({ id: "v" }),
    row: () => ({ id: "v", identifier: "i", value: "v", expires_at: DAY, created_at: DAY, updated_at: DAY }),
    patch: { id: "v2" },
    touch: "value",
  },
};

const lettersOf = (fixture: Fixture) => fixture.letters ?? LETTERS;
const perLetter = (fixture: Fixture, make: (letter: string) => Row) =>
  Object.fromEntries(lettersOf(fixture).map((letter) => [letter, make(letter)]));

/** By table and letter: the columns that find the row. */
export const ROWS: Record<string, Record<string, Row>> = Object.fromEntries(
  Object.entries(FIXTURES).map(([table, fixture]) => [table, perLetter(fixture, fixture.key)]),
);

/** By table: whole rows to copy, what makes a copy a new row, and the column an update touches. */
export const FRESH: Record<string, { rows: Record<string, Row>; patch: Row; touch?: string }> = Object.fromEntries(
  Object.entries(FIXTURES).map(([table, fixture]) => [
    table,
    {
      rows: perLetter(fixture, (letter) => ({ ...fixture.row(letter), ...fixture.spare?.(letter) })),
      patch: fixture.patch,
      ...(fixture.touch ? { touch: fixture.touch } : {}),
    },
  ]),
);

/** Writes every row as the owner of the tables, whom policies do not bind. */
export async function populate(owner: Database): Promise<void> {
  await owner.execute(
    sql`insert into regions (code, name, level, parent_code) values ('990000000000', '示例省', 'province', '000000000000'), ('990100000000', '示例市', 'city', '990000000000') on conflict do nothing`,
  );
  for (const [table, fixture] of Object.entries(FIXTURES)) {
    for (const letter of lettersOf(fixture)) {
      // The item of the same unit that the other one overlaps with.
      if (table === "item_sets") {
        await owner.execute(
          sql`insert into assets (region_code, id, kind, key, name, unit_id) values (${REGION[letter]}, ${uuid(3, letter)}, 'form', ${`second ${letter}`}, '另一张表', ${unitId(letter)})`,
        );
      }
      const row = fixture.row(letter);
      const columns = Object.keys(row).join(", ");
      const json = JSON.stringify(row).replaceAll("'", "''");
      await owner.execute(
        sql.raw(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, '${json}'::jsonb)`,
        ),
      );
    }
  }
  for (const letter of LETTERS) {
    await owner.execute(
      sql`insert into review_sessions (region_code, id, title, held_on, created_by, created_by_name) values (${REGION[letter]}, ${uuid(9, letter)}, '另一场', ${DAY}, 'a', '甲')`,
    );
  }
}
