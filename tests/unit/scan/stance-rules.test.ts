import { describe, expect, test } from "vitest";
import { STANCE_RULES } from "#lib/scan/grammar/stance-rules.ts";
import { scanText } from "#lib/scan/scan.ts";

/** For each rule a text in which it decides, and how the text then stands to the demand. */
const CASES: readonly (readonly [rule: string, stance: string, text: string])[] = [
  ["clue-heading", "clue_call", "整治内容：强制打卡签到；积分排名通报。"],
  ["clue-passage", "clue_call", "如发现强制下载政务APP的，可向市委网信办反映。"],
  ["ask", "mention", "请对照自查，本单位是否存在强制打卡签到的情况。"],
  ["prohibit-heading", "prohibition", "不得有下列行为：（一）设置打卡签到；（二）开展积分排名。"],
  ["prohibit-before", "prohibition", "政务应用不得设置打卡签到、积分排名、在线时长。"],
  ["prohibit-carried", "prohibition", "严禁强制下载，打卡签到。"],
  ["prohibit-pretext", "prohibition", "不得以工作需要为名，要求干部打卡签到。"],
  ["not-done", "prohibition", "从今天起，下村走访不交照片。"],
  ["prohibit-after", "prohibition", "打卡签到功能在政务应用中禁止设置。"],
  ["deny-trailing", "prohibition", "打卡签到的次数，一律不再作为依据，不得作为评优条件。"],
  ["combat", "prohibition", "着力解决强制打卡签到问题。"],
  ["combat-after", "prohibition", "多头填报的问题要从源头上解决。"],
  ["waive-before", "result", "镇里取消了手机上那些琐碎任务，包括打卡签到。"],
  ["waive-after", "result", "打卡签到功能已被叫停。"],
  ["cleanup", "prohibition", "对无人使用的公众号，应及时关停注销。"],
  ["contrast", "result", "过去干部天天打卡签到，自打换了书记，大家松了口气，轻松上阵。"],
  ["voluntary", "voluntary", "市民可在小程序签到，每日一次。"],
  ["handled", "mention", "巡查员在群里发了照片，养护队很快赶到。"],
  ["hint", "mention", "下载政务APP请认准官方渠道，工作人员可帮忙。"],
  ["voluntary-said", "voluntary", "欢迎关注本单位公众号。"],
  ["citizen", "mention", "同楼业主在小程序签到。"],
  ["propose", "proposal", "有代表呼吁基层打卡签到次数回归合理。"],
  ["criticism", "criticism", "有干部诉苦，每天打卡签到。"],
  ["order", "order", "各村干部每天必须打卡签到。"],
  ["answered-no", "prohibition", "问：村干部必须打卡签到吗？答：没有这个要求。"],
  ["leisure", "mention", "游客在景区打卡，集满印章。"],
  ["reward", "voluntary", "在手机上每天打卡，能换礼品。"],
  ["cap", "prohibition", "机关工作群最多建三个工作群。"],
  ["offline-training", "mention", "脱产培训每年不少于32学时，学习学时计入档案。"],
  ["civil", "mention", "公证要求提交房屋照片。"],
  ["waived", "result", "不再要求每天打卡签到，干部腿脚更勤。"],
  ["service-clue", "clue_call", "要求下载政务APP并打卡签到的，把情况发到邮箱。"],
  ["good-result", "result", "系统直接带出老数，村里重复填报轻松。"],
  ["manual", "mention", "点击首页的打卡按钮，选日期。"],
  ["manual-weak", "mention", "系统会把打卡签到存进手机。"],
  ["volunteer", "mention", "志愿活动用扫码签到，交给协会。"],
  ["announce", "mention", "本公众号长期没有更新，后续请看县政府网站。"],
  ["hypothetical", "prohibition", "公众号一旦长期没有更新，三天内报备。"],
  ["not-done-punished", "order", "没有签到的，扣当月绩效。"],
  ["spared", "result", "村里说不用再打卡签到。"],
  ["relief", "result", "如今手机清净，打卡签到像是上辈子的事。"],
  ["bare", "mention", "孩子在软件上打卡。"],
];

describe("the stance rules", () => {
  test.each(CASES)("%s decides that the text is %s: %s", (rule, stance, text) => {
    expect(scanText(text).map(({ stanceRule, stance: found }) => `${stanceRule} ${found}`)).toContain(
      `${rule} ${stance}`,
    );
  });

  test("each have a text here", () => {
    expect(STANCE_RULES.map(({ id }) => id).filter((id) => !CASES.some(([rule]) => rule === id))).toEqual([]);
  });

  test.each([
    ["不签到的一律扣分，签到须在围栏内。", true],
    ["各村不得不天天打卡。", true],
    ["巡河签到每月不得少于四次。", true],
    ["村干部打卡不得由他人代打。", true],
    ["除安保、应急等特殊场景外，不得设置打卡签到。", false],
    ["除打卡签到外，还要每天在群里报到岗情况。", true],
    ["关于印发《严禁强制打卡若干规定》的通知要求，各村干部每天打卡两次。", true],
    ["严禁弄虚作假，每天打卡两次。", true],
  ])("%s counts: %s", (text, counts) => {
    expect(scanText(text).some((hit) => hit.counts && hit.demand === "forced_checkin")).toBe(counts);
  });
});
