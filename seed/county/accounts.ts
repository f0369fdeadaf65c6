import type { AccountAttributes } from "#lib/asset/fields.ts";
import { daysAgo } from "../date.ts";
import type { ItemSketch } from "./sketch.ts";

type Platform = NonNullable<AccountAttributes["platform"]>;

/** Unit, platform, name, days since the last post (null: unknown), posts a month. */
const PLAIN: readonly (readonly [
  unit: string,
  platform: Platform,
  name: string,
  days: number | null,
  posts: number,
])[] = [
  ["融媒体中心", "wechat_official", "示范发布", 0, 90],
  ["融媒体中心", "wechat_channels", "示范发布", 1, 40],
  ["融媒体中心", "douyin", "示范融媒", 0, 75],
  ["政府办公室", "website", "示范县人民政府门户网站", 0, 160],
  ["政府办公室", "wechat_official", "示范政务", 2, 30],
  ["公安局", "wechat_official", "平安示范", 1, 45],
  ["公安局", "weibo", "示范县公安", 5, 22],
  ["公安局", "douyin", "示范公安", 13, 9],
  ["教育局", "wechat_official", "示范教育", 6, 18],
  ["卫生健康局", "wechat_official", "健康示范", 4, 20],
  ["疾病预防控制中心", "wechat_official", "示范疾控", 14, 6],
  ["人民医院", "wechat_official", "示范县人民医院", 3, 24],
  ["农业农村局", "wechat_official", "示范农业", 15, 4],
  ["农业农村局", "toutiao", "示范三农", 41, 2],
  ["文化和旅游局", "wechat_official", "畅游示范", 9, 12],
  ["文化和旅游局", "xiaohongshu", "来示范玩", 22, 5],
  ["文化和旅游局", "bilibili", "示范文旅", 96, 1],
  ["人力资源和社会保障局", "wechat_official", "示范人社", 7, 14],
  ["市场监督管理局", "wechat_official", "示范市监", 11, 8],
  ["应急管理局", "wechat_official", "示范应急", 8, 16],
  ["委组织部", "wechat_official", "示范先锋", 5, 21],
  ["委政法委", "wechat_official", "示范政法", 10, 13],
  ["纪委监委", "wechat_official", "清廉示范", 6, 15],
  ["司法局", "wechat_official", "示范普法", 33, 3],
  ["民政局", "wechat_official", "示范民政", null, 5],
  ["退役军人事务局", "wechat_official", "示范老兵", 58, 2],
  ["医疗保障局", "wechat_official", "示范医保", 12, 7],
  ["城市管理局", "wechat_official", "示范城管", 19, 4],
  ["团委", "kuaishou", "示范青年", 120, 1],
  ["妇联", "wechat_official", "示范女声", 27, 3],
  ["残联", "wechat_official", "示范助残", null, 2],
  ["和风街道", "wechat_official", "和风之声", 6, 11],
  ["新禾街道", "wechat_official", "新禾家园", 24, 3],
  ["稻香镇", "wechat_official", "稻香时光", 47, 2],
  ["杏花镇", "wechat_official", "杏花人家", null, 2],
];

/** Accounts with a story: dead ones, several on one platform, forced followers, nobody to keep them. */
const STORIES: readonly ItemSketch<"account">[] = [
  {
    name: "文明示范",
    unit: "委宣传部",
    usage: { is: "posting", posts: 28 },
    demands: [
      {
        type: "forced_follow_like",
        quote: "机关干部、村（社区）干部须全员关注“文明示范”，每条推文点赞转发，截图报镇宣传委员。",
        source: "《关于做好公众号推广工作的提示》",
        figure: "全员",
      },
      {
        type: "ranking",
        quote: "各镇（街道）关注人数每月通报一次。",
        source: "《关于做好公众号推广工作的提示》",
        figure: "每月",
      },
    ],
    known: {
      platform: "wechat_official",
      lastPostOn: daysAgo(1),
      hasInteraction: true,
      followers: 18_900,
      maintainers: 2,
      isFiled: true,
    },
  },
  {
    name: "示范文明实践",
    unit: "委宣传部",
    usage: { is: "posting", posts: 3 },
    known: {
      platform: "wechat_official",
      lastPostOn: daysAgo(26),
      hasInteraction: false,
      followers: 640,
      maintainers: 0,
      isFiled: false,
    },
  },
  {
    name: "示范理论之窗",
    unit: "委宣传部",
    usage: { is: "posting", posts: 1, silentMonths: 7 },
    known: {
      platform: "wechat_official",
      lastPostOn: daysAgo(212),
      hasInteraction: false,
      followers: 210,
      maintainers: 0,
    },
  },
  {
    name: "橘园镇微讯",
    unit: "橘园镇",
    usage: { is: "posting", posts: 1, silentMonths: 10 },
    known: {
      platform: "wechat_official",
      lastPostOn: daysAgo(301),
      hasInteraction: false,
      followers: 95,
      maintainers: 0,
      isFiled: false,
    },
  },
  {
    name: "麦浪镇政务微博",
    unit: "麦浪镇",
    usage: { is: "posting", posts: 0, silentMonths: 12 },
    known: { platform: "weibo", lastPostOn: "2022-03-09", hasInteraction: false, followers: 41, maintainers: 0 },
  },
  {
    name: "春晖社区家园",
    unit: "春晖社区",
    usage: { is: "posting", posts: 2 },
    known: { platform: "wechat_official", lastPostOn: daysAgo(39), followers: 120, hasInteraction: undefined },
  },
  {
    name: "示范政务服务",
    unit: "政务服务中心",
    complete: true,
    usage: { is: "posting", posts: 26 },
    known: {
      platform: "wechat_official",
      handle: "sfxzwfw",
      url: "https://service.sample.example/",
      registeredOn: "2019-07-01",
      isFiled: true,
      hasInteraction: true,
      lastPostOn: daysAgo(2),
      followers: 33_400,
      maintainers: 2,
      yearlyCost: 8000,
      frequency: "weekly",
      respondentUnits: 1,
      personsPerUnit: 2,
      minutes: 90,
      ordinaryShare: 80,
      estimateSource: "interview",
      sampleSize: 2,
    },
  },
  {
    name: "示范广电",
    unit: "融媒体中心",
    state: "closing",
    usage: { is: "posting", posts: 0, silentMonths: 12 },
    known: { platform: "weibo", lastPostOn: "2023-11-30", closureFiled: true, statusText: "已公告并注销，待核验" },
  },
  {
    name: "示范就业创业",
    unit: "人力资源和社会保障局",
    state: "closing",
    usage: { is: "posting", posts: 0, silentMonths: 9 },
    known: {
      platform: "wechat_official",
      lastPostOn: daysAgo(280),
      closureFiled: false,
      statusText: "停止更新，尚未注销",
    },
  },
  {
    name: "示范掌上生活",
    unit: null,
    line: null,
    board: null,
    known: { platform: "other", lastPostOn: undefined, followers: undefined },
  },
];

export const ACCOUNTS: readonly ItemSketch<"account">[] = [
  ...PLAIN.map(
    ([unit, platform, name, days, posts]): ItemSketch<"account"> => ({
      name,
      unit,
      usage: { is: "posting", posts },
      known: { platform, lastPostOn: days === null ? undefined : daysAgo(days) },
    }),
  ),
  ...STORIES,
];
