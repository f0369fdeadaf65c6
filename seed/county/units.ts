import type { Board, WorkLine } from "#lib/asset/vocabulary.ts";
import type { UnitType } from "#lib/unit/unit.ts";

/** A county unit as told: short name (the ledger's name puts 示范县 before it), type, headcount, line and board. */
export type UnitSketch = {
  short: string;
  type: UnitType | null;
  headcount: number | null;
  line: WorkLine;
  board: Board;
};

const sketch = (
  type: UnitType | null,
  rows: readonly (readonly [short: string, headcount: number | null, line: WorkLine, board: Board])[],
): UnitSketch[] => rows.map(([short, headcount, line, board]) => ({ short, type, headcount, line, board }));

/** Headcounts lie on both sides of 岳麓's limits (20 and 99); null is unknown, as in a real ledger. */
export const COUNTY_UNITS: readonly UnitSketch[] = [
  ...sketch("department", [
    ["纪委监委", 58, "discipline", "party"],
    ["委办公室", 46, "general_office", "party"],
    ["委组织部", 32, "organization", "party"],
    ["委宣传部", 28, "publicity", "party"],
    ["委统战部", 16, "united_front", "party"],
    ["委政法委", 24, "politics_law", "safety"],
    ["政府办公室", 52, "general_office", "economy"],
    ["发展和改革局", 41, "development", "economy"],
    ["财政局", 86, "finance", "economy"],
    ["统计局", 18, "statistics", "economy"],
    ["市场监督管理局", 168, "market", "economy"],
    ["教育局", 64, "education", "livelihood"],
    ["民政局", 27, "civil_affairs", "livelihood"],
    ["人力资源和社会保障局", 73, "social_security", "livelihood"],
    ["卫生健康局", 55, "health", "livelihood"],
    ["医疗保障局", 19, "medical_insurance", "livelihood"],
    ["退役军人事务局", 17, "veterans", "livelihood"],
    ["农业农村局", 121, "agriculture", "economy"],
    ["林业局", 38, "forestry", "economy"],
    ["水利局", 44, "water", "safety"],
    ["自然资源局", 103, "natural_resources", "economy"],
    ["生态环境分局", 20, "ecology", "livelihood"],
    ["住房和城乡建设局", 67, "housing", "livelihood"],
    ["城市管理局", 142, "urban_management", "safety"],
    ["交通运输局", 99, "transport", "economy"],
    ["应急管理局", 48, "emergency", "safety"],
    ["公安局", 326, "public_security", "safety"],
    ["司法局", 61, "justice", "safety"],
    ["文化和旅游局", 33, "culture_tourism", "livelihood"],
    ["科技和工业信息化局", 29, "science", "economy"],
    ["商务局", null, "commerce", "economy"],
    ["数据局", 14, "digital", "economy"],
  ]),
  ...sketch("public_institution", [
    ["融媒体中心", 45, "publicity", "party"],
    ["疾病预防控制中心", 62, "health", "livelihood"],
    ["人民医院", 512, "health", "livelihood"],
    ["文化馆", 13, "culture_tourism", "livelihood"],
    ["网格化服务中心", 22, "politics_law", "safety"],
    ["政务服务中心", null, "digital", "livelihood"],
  ]),
  ...sketch("mass_organization", [
    ["总工会", 12, "youth_women_union", "party"],
    ["团委", 7, "youth_women_union", "party"],
    ["妇联", 9, "youth_women_union", "livelihood"],
    ["残联", 15, "disabled", "livelihood"],
    ["科协", null, "science", "economy"],
  ]),
  ...sketch("other", [["城乡供水服务公司", 88, "water", "livelihood"]]),
  ...sketch(null, [["防汛抗旱指挥部办公室", null, "water", "safety"]]),
];

/** Headcounts of the six towns in the order of TOWNS. */
export const TOWN_HEADCOUNTS = [96, 88, 71, null, 64, 58] as const;

/** The unit whose credit code fails its check character, as issued ones are known to. */
export const WRONG_CODE_UNIT = "示范县文化馆";
