const MB = 1024 * 1024;

/** What one import may be at most: rows, and bytes of the file. */
export const MAX_IMPORT_ROWS = 5000;
export const MAX_IMPORT_BYTES = 5 * MB;
