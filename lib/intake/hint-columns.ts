/** Begins the names of the columns that the system adds; they are passed over when the workbook comes back mended. */
export const HINT_PREFIX = "导入提示：";
