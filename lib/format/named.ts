/** Labels within a sentence, in quotes, so that they are not read as its words: "“上线日期”“有上线验收”". */
export function named(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join("");
}
