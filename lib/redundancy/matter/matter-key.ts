import { functionKey } from "../app/function-key.ts";
import { MATTER_NOTIONS } from "./notions.ts";

/** What people do with every matter: it tells no matter from another. */
const BEFORE = /^(开展|组织开展|组织|做好|推进)/;
const AFTER = /(登记|上报|报送|填报|录入|采集|备案|报备|台账|台帐|记录|情况|信息|事项|工作)$/;

let notions: ReadonlyMap<string, string> | undefined;

/** What two names of a matter must have in common to be one matter: equal keys are the same event in other words. */
export function matterKey(name: string): string {
  notions ??= new Map(
    MATTER_NOTIONS.split("\n").flatMap((line) => {
      const [shown, ...others] = line.split(" ").filter((word) => word !== "");
      return shown === undefined ? [] : [shown, ...others].map((word): [string, string] => [bare(word), shown]);
    }),
  );
  const own = bare(name);
  return notions.get(own) ?? own;
}

/** A name without what is said of every matter; never empty unless the name is. */
function bare(name: string): string {
  let text = functionKey(name);
  for (let shorter = text; ; text = shorter) {
    shorter = text.replace(BEFORE, "").replace(AFTER, "");
    if (shorter.length < 2 || shorter === text) return text;
  }
}
