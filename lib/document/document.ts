/** Colours that a stretch of text is laid under; each prints as a light grey too. */
export const SHADES = ["yellow", "red", "grey", "blue"] as const;
export type Shade = (typeof SHADES)[number];

/** Words in one dress; a tab stands as such. */
export type Run = {
  text: string;
  bold?: boolean;
  shade?: Shade;
  superscript?: boolean;
  /** A place that links lead to; unique in the document, letters and digits. */
  anchor?: string;
  /** The anchor that a click leads to. */
  link?: string;
  /** What stands in the margin beside it. */
  comment?: { author: string; text: string };
};

export type Block =
  | { is: "heading"; level: 1 | 2; runs: readonly Run[] }
  | { is: "paragraph"; runs: readonly Run[]; indent?: boolean }
  | { is: "table"; columns: readonly { header: string; share: number }[]; rows: readonly (readonly Run[])[][] };

/** A document as data: what it says, not how it is packed. */
export type Document = { title: string; blocks: readonly Block[] };
