import { ASSET_KIND_LABEL, ASSET_STATE_LABEL } from "#lib/asset/vocabulary.ts";
import { isoDay } from "#lib/format/date.ts";
import { ITEM_FATE_LABEL } from "#lib/redundancy/proposal/items-what-if.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../_server/read.ts";
import { workbookResponse } from "../../../../_server/xlsx.ts";
import { maySeeProposals } from "../../who-sees.ts";
import { loadWhatIf } from "../load-what-if.ts";
import { fateIn, parseWhatIf } from "../search-params.ts";

/** What was asked and what came out of it, as a workbook of the same address. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const search = parseWhatIf(Object.fromEntries(new URL(request.url).searchParams));
  if (!maySeeProposals(actor) || search.items.length === 0) return new Response("没有选择条目。", { status: 404 });
  const { items, result, input } = await readAs(actor, (tx) => loadWhatIf(tx, search, actor.scope));
  const { forms, others, hours, upkeep, money } = result;
  const otherOf = new Map(others.map((one) => [one.id, one]));
  const missingOf = new Map(forms.unmeasured.map(({ form, missing }) => [form.id, missing]));
  const burdenOf = new Map(input.forms.map(({ id, burden }) => [id, burden]));
  const nameOf = new Map(items.map(({ id, name }) => [id, name]));
  return workbookResponse(`假设测算-${isoDay(requestTime())}`, [
    {
      name: "测算结果",
      columns: [
        { title: "项目", width: 40 },
        { title: "数值", width: 16 },
        { title: "单位", width: 12 },
        { title: "说明", width: 50 },
      ],
      rows: [
        ["节省工时", rounded(hours.saved), "小时/年", `${hours.unknown} 项工时未知，未计入`],
        ["能测算的表单，现在", rounded(forms.hours.before), "小时/年", null],
        ["能测算的表单，之后", rounded(forms.hours.after), "小时/年", null],
        ["节省年运维费用", upkeep.saved, "元/年", `${upkeep.unknown} 项费用未知，未计入`],
        ["小时工资", search.wage, "元/小时", search.wage === null ? "未填" : null],
        ["折合金额", money === null ? null : rounded(money), "元/年", "运维费用 + 节省工时 × 小时工资"],
        ...forms.violations.map((sentence) => ["与限制或决定不符", null, null, sentence]),
      ],
    },
    {
      name: "条目",
      columns: [
        { title: "条目", width: 36 },
        { title: "种类", width: 16 },
        { title: "主办单位", width: 22 },
        { title: "状态", width: 12 },
        { title: "假设", width: 14 },
        { title: "工时（小时/年）", width: 16 },
        { title: "年运维费用（元）", width: 16 },
        { title: "所缺", width: 40 },
      ],
      rows: items.map(({ id, name, kind, unitName, state }) => {
        const other = otherOf.get(id);
        const missing = missingOf.get(id) ?? other?.missing ?? [];
        const known = other?.hours ?? burdenOf.get(id)?.mid ?? null;
        return [
          name,
          ASSET_KIND_LABEL[kind],
          unitName,
          ASSET_STATE_LABEL[state],
          ITEM_FATE_LABEL[fateIn(search, id)],
          known === null ? null : rounded(known),
          other?.yearlyCost ?? null,
          missing.join("、"),
        ];
      }),
    },
    {
      name: "失去的数据",
      columns: [
        { title: "数据", width: 28 },
        { title: "部门", width: 24 },
        { title: "原来的表", width: 36 },
        { title: "说明", width: 40 },
      ],
      rows: forms.lost.map(({ label, officeId, form, certain }) => [
        label,
        officeName(input, officeId),
        nameOf.get(form) ?? form,
        certain ? "留下的表都没有，或次数、行数不够" : "这张表的数据不全，无法判断别处是否有",
      ]),
    },
  ]);
}

const rounded = (value: number) => Math.round(value * 100) / 100;
