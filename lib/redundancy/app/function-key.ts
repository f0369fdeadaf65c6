/** The functions of an app are compared by this: width, case, spaces, punctuation and the words 功能 and 模块 make no difference. */
export function functionKey(name: string): string {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·,.;:、。"“”'‘’()（）\-—/]+/g, "");
  const bare = folded.replace(/(功能|模块)$/, "");
  return bare === "" ? folded : bare;
}

/** The distinct functions of an app in the words it names them by, by key; undefined where none is listed. */
export function functionsByKey(functions: readonly string[] | undefined): ReadonlyMap<string, string> | undefined {
  const named = new Map<string, string>();
  for (const name of functions ?? []) {
    const key = functionKey(name);
    if (key !== "" && !named.has(key)) named.set(key, name);
  }
  return named.size === 0 ? undefined : named;
}
