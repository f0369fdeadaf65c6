import { ACCOUNT_FIELDS } from "../../asset/fields/account.ts";
import { labelOf, UNIT } from "../label.ts";
import { notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { tallyOutcome } from "../tally.ts";

export default defineRule({
  id: "several-accounts-one-platform",
  kinds: ["account"],
  title: "同一单位在同一平台开设多个账号",
  problemClass: "zombie",
  rationale: "一事一端、一单位多号，维护不过来，群众也不知道看哪个。",
  needs: [UNIT, labelOf("account", "platform")],
  remedy: "保留一个，其余内容并入后注销。",
  parameters: { maxAccounts: { label: "同一单位在同一平台的账号上限", unit: "个", default: 1 } },
  assess({ asset, unit, portfolio }, { parameters }) {
    const { platform } = asset.attributes;
    if (platform === undefined || platform === "other") return unknown(labelOf("account", "platform"));
    if (platform === "website") return notApplicable("网站不是第三方平台账号");
    if (!unit || !portfolio.accountsOnPlatform) return unknown(UNIT);
    const name = ACCOUNT_FIELDS.platform.options[platform];
    return tallyOutcome(
      portfolio.accountsOnPlatform,
      parameters.maxAccounts,
      `${unit.name}在${name}的账号`,
      labelOf("account", "platform"),
    );
  },
});
