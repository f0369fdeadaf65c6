import { getTableColumns } from "drizzle-orm";
import { assets } from "../schema/index.ts";

const { createdAt: _, updatedAt: __, ...columns } = getTableColumns(assets);
/** What makes an `Asset`: an item without the moments at which it was written. */
export const assetColumns = columns;
