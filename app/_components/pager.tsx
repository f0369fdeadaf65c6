import { LinkButton } from "./link-button.tsx";

/** Where one is in a list, and the way to its neighbours. */
export function Pager({
  first,
  shown,
  total,
  unit,
  previous,
  next,
}: {
  first: number;
  shown: number;
  total: number;
  /** The measure word: 条, 个. */
  unit: string;
  previous: string | undefined;
  next: string | undefined;
}) {
  return (
    <nav aria-label="翻页" className="row spread no-print">
      <p className="soft">
        第 {first.toLocaleString("zh-CN")} 至 {(first + shown - 1).toLocaleString("zh-CN")} {unit}，共{" "}
        {total.toLocaleString("zh-CN")} {unit}
      </p>
      <div className="row">
        <LinkButton href={previous} rel="prev">
          上一页
        </LinkButton>
        <LinkButton href={next} rel="next">
          下一页
        </LinkButton>
      </div>
    </nav>
  );
}
