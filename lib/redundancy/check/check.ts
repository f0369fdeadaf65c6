import { FORM_RELATION_LABEL, REPEATING_RELATIONS } from "../vocabulary.ts";
import { type AppCheck, isAppDuplicated } from "./check-app.ts";
import { type FormCheck, type FormLikeness, isFormDuplicated } from "./check-form.ts";
import { type GroupCheck, isGroupDuplicated } from "./check-group.ts";

/** What is like an item that is about to be submitted. */
export type Check = FormCheck | AppCheck | GroupCheck;

/** Whether a department should be warned. */
export function isDuplicated(check: Check): boolean {
  if (check.kind === "form") return isFormDuplicated(check);
  return check.kind === "app" ? isAppDuplicated(check) : isGroupDuplicated(check);
}

/** What was found, in one sentence for who is about to submit it. */
export function checkSummary(check: Check): string {
  const { likes, compared } = check;
  if (check.kind === "form") {
    const { items, asked, held } = check.counts;
    if (items === 0) return "还没有可以比对的字段，请一行写一个字段名称。";
    const near = (relation: FormLikeness["relation"]) => check.likes.filter((one) => one.relation === relation).length;
    const found = REPEATING_RELATIONS.map((relation) => ({ relation, count: near(relation) }))
      .filter(({ count }) => count > 0)
      .map(({ relation, count }) => `${FORM_RELATION_LABEL[relation]} ${count} 张`);
    const sources = held === 0 ? "" : `，其中 ${held} 项有部门掌握`;
    const fields = `要填的 ${items} 项数据里，${asked} 项已有别的表在收${sources}`;
    return found.length === 0
      ? `没有找到重复的表（比对了 ${compared} 张）。${fields}。`
      : `找到${found.join("、")}。${fields}。`;
  }
  if (check.kind === "app") {
    const alike = check.likes.filter(({ evidence }) => evidence.candidate === "functions").length;
    const words = likes.length - alike;
    const { functions, had } = check.counts;
    const found = [
      ...(alike > 0 ? [`功能相近的应用 ${alike} 个`] : []),
      ...(words > 0 ? [`仅文字相近、须人工核对的 ${words} 个`] : []),
    ];
    const listed = functions === 0 ? "" : `填写的 ${functions} 项功能里，${had} 项已有别的应用在做。`;
    return `${found.length === 0 ? `没有找到功能相近的应用（比对了 ${compared} 个）` : `找到${found.join("，")}`}。${listed}`;
  }
  const sure = check.likes.filter(({ evidence }) => evidence[0] !== "topic").length;
  const near = likes.length - sure;
  if (likes.length === 0) return `没有找到同一事项的群（比对了 ${compared} 个）。`;
  return `找到同一事项或名称相近的群 ${sure} 个${near === 0 ? "" : `，同一单位、同一主题的 ${near} 个`}。`;
}
