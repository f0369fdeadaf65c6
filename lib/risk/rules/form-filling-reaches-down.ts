import { APP_FIELDS } from "../../asset/fields/app.ts";
import { functionSettings, noneListed } from "../demanded.ts";
import { FUNCTION_SETTINGS, labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const FORM_FILLING = /填表|填报|报表|报数|报送|交材料|(材料|数据|信息|台账)(上报|上传|采集|录入)/;
/** Levels that are too low for an app of a national department, and for one of any other unit. */
const TOO_LOW_FOR_NATION: readonly string[] = ["county", "town", "village"];
const TOO_LOW: readonly string[] = ["town", "village"];

export default defineRule({
  id: "form-filling-reaches-down",
  kinds: ["app"],
  title: "填表报数交材料功能延伸到基层",
  problemClass: "multi_fill",
  rationale: "部门各自的应用都把填表功能一直通到村社，同样的数就要在几个应用里各填一遍。",
  needs: [labelOf("app", "functions"), labelOf("app", "reachesLevel"), labelOf("app", "facesGrassroots")],
  remedy: "停用面向基层的填表报数功能，数据从省级平台、“一张表”共享取得。",
  parameters: {},
  assess({ asset, unit }) {
    const { isUnifiedPlatform, facesGrassroots, reachesLevel } = asset.attributes;
    if (isUnifiedPlatform) return notApplicable("一体化平台是统一报送的入口");
    const { present, complete } = functionSettings(asset.attributes);
    const found = present.filter((name) => FORM_FILLING.test(name));
    if (found.length === 0) return complete ? clear([noneListed(asset.attributes)]) : unknown(FUNCTION_SETTINGS);
    const evidence = [{ label: labelOf("app", "functions"), value: found.join("、"), source: "台账申报" }];
    if (reachesLevel !== undefined) {
      const isNational = unit?.level === "nation";
      const reach = {
        label: labelOf("app", "reachesLevel"),
        value: APP_FIELDS.reachesLevel.options[reachesLevel],
        limit: isNational ? "一般不延伸到县级" : "不延伸到乡镇、村社",
      };
      const isTooLow = (isNational ? TOO_LOW_FOR_NATION : TOO_LOW).includes(reachesLevel);
      return isTooLow ? hit([...evidence, reach]) : clear([...evidence, reach]);
    }
    if (facesGrassroots === undefined) return unknown(labelOf("app", "reachesLevel"));
    const faces = { label: labelOf("app", "facesGrassroots"), value: facesGrassroots ? "是" : "否" };
    return facesGrassroots ? hit([...evidence, faces]) : clear([...evidence, faces]);
  },
});
