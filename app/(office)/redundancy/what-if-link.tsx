import Link from "next/link";

type Side = { id: string; name: string };

/** From a pair to what comes of it when one goes or both become one. */
export function WhatIfLink({ a, b }: { a: Side; b: Side }) {
  return (
    <Link href={`/proposals/what-if?items=${a.id},${b.id}`} aria-label={`试算取消或合并“${a.name}”和“${b.name}”`}>
      试算取消或合并
    </Link>
  );
}
