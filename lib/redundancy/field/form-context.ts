/** Where a field stands. What is unknown is absent, and then less can be said of the field. */
export type FormContext = {
  title?: string;
  system?: string;
  /** The headings above the field on the form, outermost first. */
  sections?: readonly string[];
  /** The labels of the whole form, in order. */
  labels?: readonly string[];
};

/** A field as it is compared: its label and the form around it. */
export type Field = FormContext & { label: string };
