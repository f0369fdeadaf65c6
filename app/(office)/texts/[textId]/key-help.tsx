"use client";

import { Modal } from "antd";
import styles from "../texts.module.css";

const READING: readonly [keys: string, what: string][] = [
  ["J 或 ↓", "下一处"],
  ["K 或 ↑", "上一处"],
  ["?", "打开这个说明"],
];
const DECIDING: readonly [keys: string, what: string][] = [
  ["Enter", "按已选的条目确认，转到下一处待确认的"],
  ["X", "排除；再按 1 至 5 选理由，或自己写理由"],
  ["U", "撤回这一处的处理；这一处没有处理的，撤回上一次的处理"],
  ["Tab", "进入这一处的选项；Enter 确认，Esc 回到列表"],
];

/** Which key does what. */
export function KeyHelp({ isOpen, mayDecide, onClose }: { isOpen: boolean; mayDecide: boolean; onClose: () => void }) {
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title="按键">
      <dl className={styles.keys}>
        {[...READING, ...(mayDecide ? DECIDING : [])].map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
