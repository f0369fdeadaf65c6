import { readKey, splitKey } from "./element-key.ts";

/** A key in the words of those who use it: 本人的户籍地址, 《高龄津贴》的编号, 是否低保. */
export function elementName(key: string): string {
  const { keys, apart } = splitKey(key);
  const name = keys.map(partName).join("或");
  return apart === null ? name : `${name}（仅指“${apart}”）`;
}

function partName(key: string): string {
  const { holder, qualifiers, residue, ordinal, head } = readKey(key);
  const which = `${residue}${qualifiers.join("")}`;
  const place = ordinal === null ? "" : `（${ordinal}）`;
  const what =
    head === "是否"
      ? `是否${which}`
      : head === "?"
        ? which || "（内容不明）"
        : `${repeats(which, head) ? "" : which}${head}`;
  const whose = holderName(holder);
  // Not whose relation: the relation to whom.
  const to = head === "关系" && whose !== "" && !whose.startsWith("《") ? "与" : "";
  return `${to}${whose}${whose === "" ? "" : "的"}${what}${place}`;
}

/** The holder of a key in words; nobody can tell whose datum it is where it starts with ？. */
export function holderName(holder: string): string {
  if (!holder.startsWith("？")) return holder;
  return holder === "？" ? "（对象不明）" : `《${holder.slice(1)}》所涉对象`;
}

/** Whether the head says already what the qualifiers say. */
function repeats(which: string, head: string): boolean {
  return which !== "" && head.startsWith(which);
}
