import Link from "next/link";
import { formatHours } from "#lib/format/hours.ts";
import { formatLarge } from "#lib/format/number.ts";

/** Hours in a column whose head says that they are hours a year. */
export function HoursText({ hours }: { hours: number }) {
  // What comes of the rounding of sums is nothing.
  return hours < 1e-9 ? <span className="soft">0</span> : hoursShown(hours);
}

/** The same as the way to the rows that they are the sum of. */
export function HoursLink({ hours, href, about }: { hours: number; href: string; about: string }) {
  if (hours < 1e-9) return <span className="soft">0</span>;
  return (
    <Link href={href} aria-label={`${about}：${formatHours(hours)}，查看明细`}>
      {hoursShown(hours)}
    </Link>
  );
}

const hoursShown = (hours: number): string => (hours < 0.05 ? "不足 0.1" : formatLarge(hours, hours < 10 ? 1 : 0));
