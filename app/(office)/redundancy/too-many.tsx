import Link from "next/link";
import type { RegionPart } from "#db/queries/redundancy-input.ts";
import { formatNumber } from "#lib/format/number.ts";
import { EmptyState } from "../../_components/empty-state.tsx";

/** A region that is too large for one look, and the parts of it that are not. */
export function TooMany({
  forms,
  href,
  parts,
}: {
  forms: number;
  /** Where a region of this code is looked at. */
  href: (region: string) => string;
  parts: readonly RegionPart[];
}) {
  return (
    <EmptyState title={`${formatNumber(forms)} 张表一次看不过来，请选择一个地区`}>
      <ul>
        {parts.map(({ code, name, forms: own }) => (
          <li key={code}>
            <Link href={href(code)}>{name}</Link>（{formatNumber(own)} 张）
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
