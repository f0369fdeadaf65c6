import type { FORM_FIELDS } from "../../asset/fields/form.ts";
import type { Decision } from "./decisions.ts";
import type { ProposalParameters } from "./parameters.ts";

/** What one row of a form stands for: 居民, 户, 企业, 村汇总, 事件, 其他. Two forms of “其他” are not of one grain. */
export type Grain = keyof typeof FORM_FIELDS.grain.options;

/** One field of a form: equal `element` numbers ask for one datum, whatever the label says. */
export type ProposalField = { element: number; label: string };

/** A form as a proposal sees it; null is unknown, and a form with an unknown is listed, never merged. */
export type ProposalForm = {
  id: string;
  name: string;
  officeId: string;
  /** Where it is run: whoever sits there or below fills it in. */
  regionCode: string;
  /**
   * Who fills it in, as one word for one kind of respondent: only forms of one respondent repeat each other. Null where nobody has
   * said; those are taken to have one and the same.
   */
  respondent: string | null;
  grain: Grain | null;
  /**
   * Which residents, households, ... it is about (残疾人, 困难群众): forms about different ones carry nothing for each other, though
   * the fields be the same. Null where nobody has said; those are taken to be about the same ones.
   */
  population: string | null;
  timesPerYear: number | null;
  /** How many units hand it in each time, and how many rows each of them fills. */
  units: number | null;
  rows: number | null;
  /**
   * Minutes of all persons of one unit for handing it in once, as its burden was counted, ordinary work left out. Where they are
   * known, they are what the form takes; rows and minutes a cell only divide them. Where not, rows and minutes a cell are all there is.
   */
  minutes: number | null;
  /** Of those: reading, signing, submitting and paper, which no field takes. Null where nobody has split them. */
  setupMinutes: number | null;
  fields: readonly ProposalField[];
  /** Statutory, or locked by the office: stays as it is and carries nothing for others. */
  locked: boolean;
};

/** What is known of an element beyond the forms; null is unknown. */
export type ElementFacts = {
  element: number;
  name: string;
  /** 0 一般, 1 个人信息, 2 敏感个人信息. */
  sensitivity: number | null;
  /** How often the datum itself changes. */
  changesPerYear: number | null;
  /** Says who or where a row is about, and so is told as often as the rest of the row, however seldom it changes. */
  identifying: boolean;
  /** Minutes to find and enter it once, where they were measured. */
  minutesPerCell: number | null;
};

/** An element that a department already holds and shares: with all offices, or with those named. */
export type Source = {
  element: number;
  grain: Grain;
  department: string;
  /** How often it is brought up to date; unknown is not fresh enough for anybody. */
  timesPerYear: number | null;
  offices: readonly string[] | null;
};

export type ProposalInput = {
  forms: readonly ProposalForm[];
  elements: readonly ElementFacts[];
  sources: readonly Source[];
  parameters?: Partial<ProposalParameters>;
  /** What an office has decided on earlier rounds, oldest first. */
  decisions?: readonly Decision[];
};
