/** The official classes of 指尖上的形式主义 (domain.md 3.5), and one for filing, approval and quota. */
export const PROBLEM_CLASSES = ["forced_use", "over_trace", "rank_abuse", "multi_fill", "zombie", "procedure"] as const;
export type ProblemClass = (typeof PROBLEM_CLASSES)[number];
export const PROBLEM_CLASS_LABEL: Record<ProblemClass, string> = {
  forced_use: "强制使用",
  over_trace: "过度留痕",
  rank_abuse: "滥用排名",
  multi_fill: "多头填报",
  zombie: "空壳僵尸",
  procedure: "程序合规",
};
