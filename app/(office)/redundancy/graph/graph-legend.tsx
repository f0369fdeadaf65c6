import type { LineMark } from "#lib/chart/line-marks.ts";
import styles from "./graph.module.css";

/** What shapes and lines mean; the shapes tell the lines of work apart without colour too. */
export function GraphLegend({ marks, hasPairs }: { marks: readonly LineMark[]; hasPairs: boolean }) {
  return (
    <ul className={styles.legend} aria-label="图例">
      {marks.map(({ key, label, color, path }) => (
        <li key={key}>
          <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
            <path d={path} fill={color} />
          </svg>
          {label}
        </li>
      ))}
      {hasPairs ? (
        <>
          <li>
            <Stroke width={3.5} color="#a8071a" />
            重复印发
          </li>
          <li>
            <Stroke width={2.5} color="#c2570c" />
            同一模板
          </li>
          <li>
            <Stroke width={1.2} color="#8a94a3" dash="4 3" />
            部分重复
          </li>
          <li className="soft">图形越大，年负担越重</li>
        </>
      ) : (
        <>
          <li>
            <Stroke width={2} color="#8a94a3" />
            两群之间也有重复
          </li>
          <li className="soft">图形越大，表越多</li>
        </>
      )}
    </ul>
  );
}

function Stroke({ width, color, dash }: { width: number; color: string; dash?: string }) {
  return (
    <svg viewBox="0 0 30 10" width="30" height="10" aria-hidden="true">
      <line x1="0" y1="5" x2="30" y2="5" stroke={color} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
