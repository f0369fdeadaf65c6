import { APP_FIELDS } from "../../asset/fields/app.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "own-password",
  kinds: ["app"],
  title: "使用独立账号密码，没有接入统一身份认证",
  problemClass: "multi_fill",
  rationale: "每个系统一套账号密码、一套规则，基层干部记不住也管不好。",
  needs: [labelOf("app", "signIn"), labelOf("app", "facesGrassroots")],
  remedy: "接入统一身份认证，取消独立账号密码。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("app", "signIn");
    const { signIn, facesGrassroots } = asset.attributes;
    if (facesGrassroots === false) return notApplicable("不面向基层，不增加基层的账号");
    if (signIn === undefined) return unknown(label);
    const evidence = [{ label, value: APP_FIELDS.signIn.options[signIn], limit: "统一身份认证" }];
    return signIn === "own_account" ? hit(evidence) : clear(evidence);
  },
});
