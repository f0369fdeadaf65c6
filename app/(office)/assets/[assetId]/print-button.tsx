"use client";

import { Button } from "antd";

/** Prints the page as a dossier of the item. */
export function PrintButton() {
  return <Button onClick={() => window.print()}>打印</Button>;
}
