import type { Changes } from "../asset/change.ts";
import { normalizedName } from "../asset/key.ts";
import { type Decision, type Desired, decide, type Existing } from "./decide.ts";
import type { GroupedRow, ItemGroup } from "./group-rows.ts";
import { type MatchedFields, matchFields } from "./match-fields.ts";
import type { RowOutcome, RowProblem } from "./outcome.ts";
import type { Cells, Setup } from "./setup.ts";

/** What the database knows about a portion of the file; keys from `itemId` and `unitKey`. */
export type Known = {
  regions: ReadonlySet<string>;
  existing: ReadonlyMap<string, Existing>;
  units: ReadonlyMap<string, string>;
};

export const itemId = (regionCode: string, key: string) => `${regionCode}|${key}`;
export const unitKey = (regionCode: string, name: string) => `${regionCode}|${normalizedName(name)}`;

export type PlannedRow = {
  rowNo: number;
  cells: Cells;
  outcome: RowOutcome;
  problems: RowProblem[];
  key: string | null;
};

export type NewUnit = { regionCode: string; name: string; creditCode: string | null };

/** What is to be done with one item of the file, and what came of each of its rows. */
export type Planned = {
  rows: PlannedRow[];
  /** Null when nothing is to be written. */
  write: {
    regionCode: string;
    key: string;
    item: Desired;
    changes: Changes;
    existing: Existing | undefined;
    /** The unit must be registered first; `item.unitId` then stands in for it. */
    newUnit: NewUnit | null;
  } | null;
};

/** Stands in for the id of a unit that does not exist yet. */
export const NEW_UNIT = "new";

/** Decides a file portion by portion; remembers what it has seen, so that an item named twice is told. */
export class Planner {
  private readonly setup: Setup;
  private readonly seen = new Map<string, { rowNo: number; print: number }>();
  private readonly urls = new Map<string, { rowNo: number; item: string }>();

  constructor(setup: Setup) {
    this.setup = setup;
  }

  plan(group: ItemGroup, known: Known): Planned {
    const { regionCode, key, draft } = group;
    if (draft === null || regionCode === null || key === null) return rejected(group.rows);
    if (!known.regions.has(regionCode)) {
      return rejected(group.rows, {
        level: "error",
        column: this.columnFor("regionCode"),
        value: regionCode,
        message: `区划代码 ${regionCode} 不在区划表里`,
        mend: "请核对代码，或先新增该区划，或在导入设置里选择“统一归口”",
      });
    }
    const id = itemId(regionCode, key);
    const placed = group.rows.flatMap(({ field }) => (field ? [field] : []));
    const firstRow = (group.rows[0] as GroupedRow).rowNo;
    const print = fingerprint(JSON.stringify([draft, placed]));
    const earlier = this.seen.get(id);
    if (earlier) return repeated(group.rows, draft.name, earlier.rowNo, earlier.print === print);
    this.seen.set(id, { rowNo: firstRow, print });
    const warnings = this.urlWarning(id, firstRow, draft.attributes.url);

    const existing = known.existing.get(id);
    const unit =
      draft.ownerName === null
        ? null
        : (this.setup.ownUnit?.id ?? known.units.get(unitKey(regionCode, draft.ownerName)) ?? NEW_UNIT);
    const matched = matchFields(existing?.fields ?? [], placed, group.rows.length);
    const decision = decide(draft, matched.fields, unit, existing);
    return {
      rows: rowOutcomes(group.rows, decision, matched, warnings),
      write:
        decision.is === "unchanged"
          ? null
          : {
              regionCode,
              key,
              item: decision.item,
              changes: decision.changes,
              existing,
              newUnit:
                unit === NEW_UNIT && draft.ownerName !== null
                  ? { regionCode, name: draft.ownerName, creditCode: draft.creditCode }
                  : null,
            },
    };
  }

  private urlWarning(id: string, rowNo: number, url: unknown): RowProblem[] {
    if (typeof url !== "string") return [];
    const known = this.urls.get(url);
    if (known && known.item !== id) {
      return [
        {
          level: "warning",
          column: this.columnFor("url"),
          value: url,
          message: `网址与第 ${known.rowNo} 行相同`,
          mend: "请核对是否同一个账号登记了两次",
        },
      ];
    }
    this.urls.set(url, { rowNo, item: id });
    return [];
  }

  private columnFor(target: string): string {
    return this.setup.columns.find((column) => this.setup.mapping[column] === target) ?? "";
  }
}

function rejected(rows: readonly GroupedRow[], problem?: RowProblem): Planned {
  return {
    rows: rows.map((row) => ({
      ...rowOf(row),
      outcome: "reject",
      problems: problem && row.draft ? [...row.problems, problem] : row.problems,
    })),
    write: null,
  };
}

function repeated(rows: readonly GroupedRow[], name: string, firstRowNo: number, same: boolean): Planned {
  const problem: RowProblem = same
    ? {
        level: "warning",
        column: "",
        value: name,
        message: `与第 ${firstRowNo} 行起的同一条目完全相同`,
        mend: "请删除重复的行",
      }
    : {
        level: "error",
        column: "",
        value: name,
        message: `与第 ${firstRowNo} 行是同一条目，内容却不同`,
        mend: "请只保留正确的一处；同一张表单的各行要排在一起",
      };
  return {
    rows: rows.map((row) => {
      const outcome: RowOutcome = row.draft && same ? "unchanged" : "reject";
      return { ...rowOf(row), outcome, problems: row.draft ? [...row.problems, problem] : row.problems };
    }),
    write: null,
  };
}

function rowOutcomes(
  rows: readonly GroupedRow[],
  decision: Decision,
  matched: MatchedFields,
  warnings: RowProblem[],
): PlannedRow[] {
  const first = rows.find((row) => row.draft !== null);
  const ofFields = matched.outcomes.values();
  const outcomes = rows.map<RowOutcome>((row) => {
    if (row.draft === null) return "reject";
    if (row.field) return ofFields.next().value ?? "unchanged";
    return row === first ? decision.is : "unchanged";
  });
  // A form whose own data changed, and none of its fields, shows it at its first row.
  if (decision.is === "update" && !outcomes.some((outcome) => outcome === "create" || outcome === "update")) {
    const shown = outcomes.indexOf("unchanged");
    if (shown >= 0) outcomes[shown] = "update";
  }
  const kept: RowProblem[] =
    matched.kept > 0
      ? [
          {
            level: "warning",
            column: "",
            value: "",
            message: `系统里该表单还有 ${matched.kept} 个字段不在本文件中，已保留`,
            mend: "请核对这些字段是否还在使用",
          },
        ]
      : [];
  return rows.map((row, index) => ({
    ...rowOf(row),
    outcome: outcomes[index] as RowOutcome,
    problems: [...row.problems, ...(index === 0 ? warnings : []), ...(index === rows.length - 1 ? kept : [])],
  }));
}

const rowOf = ({ rowNo, cells, key }: GroupedRow) => ({ rowNo, cells, key });

/** A 53-bit hash: only rows of one key are ever compared by it. */
function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
