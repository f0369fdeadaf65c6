import styles from "./meter.module.css";

/** How far along something is, as a bar and in words. */
export function Meter({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div className={styles.meter}>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
      <span className={styles.text}>
        {done}/{total}
      </span>
    </div>
  );
}
