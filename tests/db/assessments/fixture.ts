import type { Database } from "#db/client.ts";
import { assets, demands, elements, formFields, regions, units, usageMonths } from "#db/schema/index.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import type { AssetKind, AssetState } from "#lib/asset/vocabulary.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { COUNTY } from "#tests/support/actors.ts";

export const TOWN = "990101001000";
export const AS_OF = "2026-09-30";
export const BUREAU = "00000000-0000-4000-8000-000000000001";
export const OFFICE = "00000000-0000-4000-8000-000000000002";
export const TOWN_HALL = "00000000-0000-4000-8000-000000000003";

const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
/** A small portfolio: each item stands for one thing that a judgement must see. */
export const ITEM = {
  checkinApp: id(1),
  plainApp: id(2),
  townApp: id(3),
  staleAccount: id(4),
  blankAccount: id(5),
  expiredGroup: id(6),
  form: id(7),
  twinForm: id(8),
  closedApp: id(9),
} as const;

type Item = {
  id: string;
  kind: AssetKind;
  name: string;
  unitId: string | null;
  attributes: AnyAttributes;
  regionCode?: string;
  state?: AssetState;
};

const FULL_APP: AnyAttributes = {
  formFactor: "app",
  filingState: "filed",
  filingNumber: "备2026-1",
  changeUnfiled: false,
  hasProjectApproval: true,
  hasAcceptance: true,
  hasComplaintChannel: true,
  facesGrassroots: false,
  isCommercial: false,
  keepsPaper: false,
  signIn: "unified",
  targetUsers: 100,
  functions: ["公文流转", "会议通知"],
  declaredSimilar: ["无"],
};

const ITEMS: Item[] = [
  {
    id: ITEM.checkinApp,
    kind: "app",
    name: "巡查通",
    unitId: BUREAU,
    attributes: {
      ...FULL_APP,
      functions: ["巡查记录", "隐患上报"],
      respondentUnits: 10,
      personsPerUnit: 2,
      frequency: "monthly",
      minutes: 30,
      ordinaryShare: 50,
    } as AnyAttributes,
  },
  { id: ITEM.plainApp, kind: "app", name: "办公通", unitId: OFFICE, attributes: FULL_APP },
  {
    id: ITEM.townApp,
    kind: "app",
    name: "镇里通",
    unitId: TOWN_HALL,
    regionCode: TOWN,
    attributes: { formFactor: "mini_program" },
  },
  {
    id: ITEM.staleAccount,
    kind: "account",
    name: "某局发布",
    unitId: BUREAU,
    attributes: { platform: "weibo", lastPostOn: "2026-09-15" },
  },
  { id: ITEM.blankAccount, kind: "account", name: "某局视频", unitId: null, attributes: {} },
  {
    id: ITEM.expiredGroup,
    kind: "group",
    name: "防汛临时群",
    unitId: BUREAU,
    attributes: { groupType: "temporary", temporaryUntil: "2026-08-31" },
  },
  {
    id: ITEM.form,
    kind: "form",
    name: "人口月报",
    unitId: BUREAU,
    attributes: { frequency: "weekly", channels: ["email"] },
  },
  { id: ITEM.twinForm, kind: "form", name: "居民月报", unitId: OFFICE, attributes: { frequency: "monthly" } },
  { id: ITEM.closedApp, kind: "app", name: "旧平台", unitId: BUREAU, attributes: {}, state: "closed" },
];

/** Writes the portfolio as the owner of the database. */
export async function portfolio(owner: Database): Promise<void> {
  await owner.insert(regions).values([
    { code: "990000000000", name: "示例省", level: "province", parentCode: "000000000000" },
    { code: "990100000000", name: "示例市", level: "city", parentCode: "990000000000" },
    { code: COUNTY, name: "示范县", level: "county", parentCode: "990100000000" },
    { code: TOWN, name: "东镇", level: "town", parentCode: COUNTY },
  ]);
  await owner.insert(units).values([
    { regionCode: COUNTY, id: BUREAU, name: "某局", type: "department", headcount: 40 },
    { regionCode: COUNTY, id: OFFICE, name: "某办", type: "department", headcount: 12 },
    { regionCode: TOWN, id: TOWN_HALL, name: "东镇人民政府", type: "town", headcount: 50 },
  ]);
  await owner.insert(assets).values(ITEMS.map((item) => ({ regionCode: COUNTY, key: item.name, ...item })));
  const labels = ["姓名", "身份证号", "监护人姓名", "救助金额"];
  // As a command that registers forms reads them.
  const read = readElements({ title: "", fields: labels.map((label) => ({ label, technical: false })) });
  const numbered = await owner
    .insert(elements)
    .values(read.filter((element) => element !== null))
    .returning({ id: elements.id, key: elements.key });
  const elementId = (index: number) => numbered.find(({ key }) => key === read[index]?.key)?.id ?? null;
  await owner.insert(formFields).values(
    [ITEM.form, ITEM.twinForm].flatMap((assetId) =>
      labels.map((label, index) => ({
        ...{ regionCode: COUNTY, assetId, position: index + 1, label },
        elementId: elementId(index),
      })),
    ),
  );
  await owner.insert(usageMonths).values(
    ["2026-06", "2026-07", "2026-08"].map((month) => ({
      regionCode: COUNTY,
      assetId: ITEM.plainApp,
      month,
      activeUsers: 80,
      logins: 800,
    })),
  );
  await owner.insert(demands).values({
    regionCode: COUNTY,
    assetId: ITEM.checkinApp,
    type: "forced_checkin",
    quote: "每日上午9时前须在巡查通打卡",
    source: "关于规范巡查工作的通知",
    figure: "每日",
  });
}
