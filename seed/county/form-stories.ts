import { daysAgo } from "../date.ts";
import type { ItemSketch } from "./sketch.ts";

type FormStory = Pick<ItemSketch<"form">, "known" | "demands" | "complete" | "state">;

/** What is known for sure of some forms, by name; the rest of the forms are drawn. */
export const FORM_STORIES: Readonly<Record<string, FormStory>> = {
  "村（社区）年度综合报表": {
    complete: true,
    known: {
      matter: "村级年度综合情况",
      inDutyList: true,
      formNumber: "示一表001",
      system: "示范县一表通",
      issuingBody: "示范县数据局",
      issuingLevel: "县级",
      approvalNumber: "示表准〔2026〕1号",
      validUntil: daysAgo(-400),
      inCatalogue: true,
      isStatutory: false,
      channels: ["one_table"],
      dueTime: "每年12月20日17:00",
      dataChange: "yearly",
      sharedSource: "无",
      respondentUnits: 24,
      personsPerUnit: 1,
      minutesReading: 10,
      minutesFinding: 20,
      minutesEntering: 25,
      minutesSigning: 5,
      minutesSubmitting: 2,
      minutesPaper: 0,
      ordinaryShare: 50,
      estimateSource: "measured",
      sampleSize: 24,
    },
  },
  居民综合信息底册: {
    complete: true,
    known: {
      matter: "居民信息维护",
      inDutyList: true,
      formNumber: "示一表002",
      system: "示范县一表通",
      approvalNumber: "示表准〔2026〕2号",
      validUntil: daysAgo(-400),
      inCatalogue: true,
      isStatutory: false,
      channels: ["one_table"],
      dueTime: "每年6月30日、12月31日",
      dataChange: "half_yearly",
      sharedSource: "无",
      respondentUnits: 24,
      personsPerUnit: 2,
      minutesLow: 60,
      minutesHigh: 180,
      ordinaryShare: 60,
      estimateSource: "measured",
      sampleSize: 12,
    },
  },
  乡村社会经济基本情况表: {
    complete: true,
    known: {
      formNumber: "A101表",
      system: "统计联网直报",
      issuingLevel: "国家级",
      approvalNumber: "示统制〔2025〕18号",
      validUntil: daysAgo(-220),
      inCatalogue: true,
      isStatutory: true,
      channels: ["system"],
      dueTime: "次年2月底前",
      dataChange: "yearly",
      sharedSource: "无",
      respondentUnits: 24,
      personsPerUnit: 1,
      minutes: 90,
      ordinaryShare: 40,
      estimateSource: "declared",
      sampleSize: 24,
    },
  },
  月度劳动力调查问卷: {
    known: {
      formNumber: "L201表",
      issuingLevel: "国家级",
      approvalNumber: "示统制〔2025〕21号",
      validUntil: daysAgo(30),
      isStatutory: true,
      inCatalogue: true,
      channels: ["system"],
    },
  },
  // The town asks some of the county's households what the county asks of all of them, in the same month.
  防返贫监测户信息采集表: {
    known: { respondentUnits: 24, personsPerUnit: 2, minutes: 110, estimateSource: "interview", sampleSize: 6 },
  },
  防返贫监测排查表: {
    known: { respondentUnits: 6, personsPerUnit: 1, minutes: 90, estimateSource: "interview", sampleSize: 3 },
  },
  文明实践活动登记表: {
    known: {
      matter: "文化活动",
      inDutyList: false,
      system: "文明实践云",
      channels: ["system", "wechat"],
      inCatalogue: false,
      dueTime: "每周五17:00",
      respondentUnits: 30,
      personsPerUnit: 1,
      minutes: 35,
      estimateSource: "interview",
      sampleSize: 8,
    },
    demands: [
      {
        type: "duplicate_reporting",
        quote: "同一场活动除在系统登记外，另填本表报宣传部。",
        source: "《2026年群众文化活动工作安排》",
        figure: "4个系统",
      },
    ],
  },
  宣传阵地使用情况表: {
    known: { system: "宣传阵地管理平台", channels: ["system"], inCatalogue: false, dueTime: "每月25日17:00" },
  },
  群众文化活动信息报送表: {
    known: {
      matter: "文化活动",
      system: "智慧文化云",
      channels: ["system", "email"],
      inCatalogue: true,
      dueTime: "每周五17:00",
      respondentUnits: 30,
      personsPerUnit: 1,
      minutesLow: 20,
      minutesHigh: 45,
    },
    demands: [
      {
        type: "duplicate_reporting",
        quote: "活动信息在智慧文化云填报后，请再发电子表格至群众文化邮箱。",
        source: "《群众文化活动信息报送要求》",
      },
    ],
  },
  公共文化服务活动统计表: {
    known: { system: "文化活动备案系统", channels: ["system", "paper"], inCatalogue: false, dueTime: "每月25日17:00" },
  },
  网格员走访日志: {
    known: {
      system: "智慧网格",
      channels: ["system", "paper"],
      inCatalogue: false,
      respondentUnits: 24,
      personsPerUnit: 6,
      minutesReading: 1,
      minutesFinding: 2,
      minutesSigning: 2,
      minutesEntering: 12,
      minutesSubmitting: 3,
      minutesPaper: 15,
      ordinaryShare: 20,
      estimateSource: "measured",
      sampleSize: 36,
      dueTime: "每日17:00",
    },
    demands: [
      {
        type: "paper_and_digital",
        quote: "系统录入后须打印纸质走访日志，装订成册备查。",
        source: "《网格走访工作规范》",
      },
      { type: "photo_trace", quote: "每条日志附走访照片一张以上。", source: "《网格走访工作规范》", figure: "1张" },
    ],
  },
  社区每日工作日报: {
    known: {
      channels: ["wechat"],
      inCatalogue: false,
      dueTime: "每日17:00",
      approvalNumber: "无",
      respondentUnits: 4,
      personsPerUnit: 5,
      minutes: 25,
      estimateSource: "estimated",
    },
    demands: [
      {
        type: "late_penalty",
        quote: "17时未交的，每次扣0.2分。",
        source: "《和风街道社区工作提示》",
        figure: "扣0.2分",
      },
    ],
  },
  秸秆禁烧巡查日报表: {
    known: {
      channels: ["wechat", "paper"],
      inCatalogue: true,
      approvalNumber: "示表准〔2025〕14号",
      validUntil: daysAgo(140),
      dueTime: "每日17:00",
      dataChange: "daily",
      respondentUnits: 18,
      personsPerUnit: 2,
      minutesLow: 15,
      minutesHigh: 40,
      estimateSource: "interview",
      sampleSize: 9,
    },
    demands: [
      { type: "late_penalty", quote: "晚于17时报送的，年终农业农村考核扣分。", source: "《秸秆禁烧工作方案》" },
    ],
  },
  秸秆焚烧火点核查表: {
    known: {
      channels: ["email"],
      inCatalogue: false,
      approvalNumber: "无",
      dueTime: "每日17:00",
      sharedSource: "农业农村局",
    },
  },
  防汛值守日报表: {
    known: {
      channels: ["one_table"],
      inCatalogue: true,
      approvalNumber: "示表准〔2026〕9号",
      validUntil: daysAgo(-200),
      dataChange: "daily",
      dueTime: "每日8:00",
      respondentUnits: 24,
      personsPerUnit: 1,
      minutes: 8,
    },
  },
  督查事项办理情况日报: {
    known: {
      channels: ["email", "paper"],
      inCatalogue: false,
      dataChange: "monthly",
      dueTime: "每日17:00",
      respondentUnits: 38,
      personsPerUnit: 1,
      minutes: 30,
      estimateSource: "declared",
    },
  },
  门前三包巡查表: {
    known: { channels: ["paper", "wechat"], inCatalogue: false, dataChange: "quarterly", dueTime: "每日17:00" },
  },
  城乡居民养老保险参保登记表: {
    known: {
      channels: ["one_table"],
      inCatalogue: true,
      approvalNumber: "示表准〔2026〕5号",
      validUntil: daysAgo(-310),
      dataChange: "yearly",
      sharedSource: "人社部门业务系统",
    },
  },
  流动人口登记表: {
    known: {
      channels: ["system", "paper"],
      dataChange: "half_yearly",
      sharedSource: "公安部门户籍系统",
      inCatalogue: true,
      approvalNumber: "示表准〔2024〕3号",
      validUntil: daysAgo(320),
    },
  },
  党员积分登记表: {
    known: { channels: ["qq"], inCatalogue: false, dueTime: "每月25日17:00" },
    demands: [
      {
        type: "ranking",
        quote: "积分按月张榜公布，末位党员由支部书记谈话。",
        source: "《党员积分管理办法》",
        figure: "末位",
      },
    ],
  },
  农户基本信息采集表: {
    known: {
      channels: ["paper", "email"],
      dataChange: "once",
      sharedSource: "数据局居民综合信息底册",
      inCatalogue: false,
    },
  },
  残疾人辅助器具需求登记表: {
    known: {
      channels: ["one_table"],
      inCatalogue: true,
      approvalNumber: "示表准〔2026〕22号",
      validUntil: daysAgo(-150),
      dataChange: "half_yearly",
    },
  },
  灾害信息员花名册: {
    known: {
      channels: ["one_table"],
      inCatalogue: true,
      approvalNumber: "示表准〔2026〕11号",
      validUntil: daysAgo(-90),
      dataChange: "on_demand",
    },
  },
  农村饮水安全监测表: {
    known: {
      channels: ["one_table"],
      inCatalogue: true,
      dataChange: "monthly",
      approvalNumber: "示表准〔2026〕12号",
      validUntil: daysAgo(-1),
    },
  },
  重点人群疫苗接种摸底表: {
    known: { channels: ["wechat", "qq"], dataChange: "weekly", inCatalogue: false, dueTime: "每旬末日17:00" },
  },
  反诈宣传入户登记表: {
    known: { channels: ["paper"], inCatalogue: false, dataChange: "ten_days" },
    demands: [
      {
        type: "forced_follow_like",
        quote: "入户时请居民当场关注公众号并在登记表上打勾。",
        source: "《反诈宣传月工作安排》",
      },
    ],
  },
  党员基本信息采集表: {
    state: "fixing",
    known: { channels: ["system"], dataChange: "yearly", sharedSource: "组织部党员信息系统" },
  },
  农村厕所改造进度表: { state: "closed", known: { channels: ["email"], statusText: "任务已完成，2026年4月停报" } },
  传染病聚集性事件报告表: {
    known: {
      frequency: "on_demand",
      isStatutory: true,
      inCatalogue: true,
      channels: ["system"],
      dueTime: "发现后2小时内",
    },
  },
};
