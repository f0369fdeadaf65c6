import { formatNumber } from "../../format/number.ts";
import { formatPercent } from "../../format/percent.ts";
import type { FormRelation } from "../vocabulary.ts";
import { type FormCounts, TEMPLATE_SHARES, titleLikeness } from "./compare-forms.ts";

/** Why two forms are said to relate as they do, in words that the office of either can check against the two forms. */
export function relationReason(
  relation: FormRelation,
  counts: FormCounts,
  [titleA, titleB]: readonly [string, string],
): string {
  const { shared, a, b, sharedBody, aBody, bBody, wordings } = counts;
  const union = a + b - shared;
  const all = `两表合计 ${formatNumber(union)} 项数据，${formatNumber(shared)} 项两表都要填（${formatPercent(union === 0 ? null : shared / union)}）`;
  const smaller = Math.min(aBody, bBody);
  const own =
    sharedBody === 0
      ? "除姓名、单位、电话等各表都有的基本信息外，没有相同的"
      : `除基本信息外，内容较少的一张有 ${formatNumber(smaller)} 项，其中 ${formatNumber(sharedBody)} 项另一张也要填（${formatPercent(smaller === 0 ? null : sharedBody / smaller)}）`;
  const ofOwn = `除基本信息外合计 ${formatNumber(aBody + bBody - sharedBody)} 项，${formatNumber(sharedBody)} 项相同（${formatPercent(sharedBody / Math.max(1, aBody + bBody - sharedBody))}）`;
  const wordedUnion = wordings === null ? 0 : wordings.a + wordings.b - wordings.shared;
  const worded =
    wordings === null || wordedUnion === 0
      ? ""
      : `；这些内容的问法除去表名中的字眼合计 ${formatNumber(wordedUnion)} 种，${formatNumber(wordings.shared)} 种相同（${formatPercent(wordings.shared / wordedUnion)}）`;
  const template = `${ofOwn}${worded}；两个比例相加达到 ${formatPercent(TEMPLATE_SHARES.sum)}、其中一个达到 ${formatPercent(TEMPLATE_SHARES.larger)} 的，认作同一套`;
  switch (relation) {
    case "duplicate":
      return titleLikeness(titleA, titleB) === 1
        ? `两表名称指同一件事，内容也大体相同：${all}。`
        : `两表名称相近，所填的数据项完全相同：${all}。`;
    case "same_template":
      return `名称不同，内容和问法大体是同一套：${all}；${template}。`;
    case "partial":
      return `各有各的内容，但有一部分重复：${all}；${own}。`;
    case "header_only":
      return `重复的只是姓名、单位、电话等各表都有的基本信息，不因此算作重复的表：${all}；${own}。`;
    case "different":
      return shared === 0 ? "两表没有相同的数据项。" : `相同的很少，不算重复的表：${all}；${own}。`;
  }
}
