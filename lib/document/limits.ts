import type { Limits } from "../table/table.ts";

const MB = 1024 * 1024;

/** Bytes of a file, and characters of what is read out of it; a text of five million characters has some ten thousand pages. */
export const MAX_FILE_BYTES = 20 * MB;
export const MAX_TEXT_CHARS = 5_000_000;
/** Characters of a title; a heading that holds more holds a document. */
export const MAX_TITLE_CHARS = 200;
/** Elements within elements; word processors and web pages stay below a hundred. */
export const MAX_DEPTH = 1000;
export const MAX_PDF_PAGES = 5000;
/** Bytes that the compressed streams of a PDF may unpack to: one of them, and all that are not pictures. */
export const MAX_PDF_STREAM_BYTES = 128 * MB;
export const MAX_PDF_UNPACKED_BYTES = 256 * MB;

/** What an archive (.docx, .xlsx) may unpack to. */
export const ARCHIVE_LIMITS: Limits = {
  fileBytes: MAX_FILE_BYTES,
  rows: 500_000,
  columns: 1000,
  cellChars: 32_767,
  unpackedBytes: 400 * MB,
  partBytes: 128 * MB,
  ratio: 200,
  ratioFromBytes: 32 * MB,
};
