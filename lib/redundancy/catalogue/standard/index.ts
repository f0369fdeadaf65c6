import type { DataElement } from "../data-element.ts";
import { BENEFIT } from "./benefit.ts";
import { EMPLOYMENT } from "./employment.ts";
import { DISABILITY, HEALTH } from "./health.ts";
import { HOUSEHOLD } from "./household.ts";
import { MATTER } from "./matter.ts";
import { ORGANISATION } from "./organisation.ts";
import { CONTACT, PERSON } from "./person.ts";
import { PLACE } from "./place.ts";
import { SCHOOLING } from "./schooling.ts";
import { PARTY, VETERAN } from "./service.ts";

/**
 * Data elements that forms of grass-roots work ask for, with names, definitions and synonyms of our own. Whose they usually are,
 * how often they change and how sensitive they are is a working default; an office sets its own. A standard is named only where
 * its number is certain; what may be shared is settled by the source, so it stays open but for what the law makes public anyway.
 */
export const STANDARD_DATA_ELEMENTS: readonly DataElement[] = [
  ...PERSON,
  ...CONTACT,
  ...HOUSEHOLD,
  ...ORGANISATION,
  ...PLACE,
  ...BENEFIT,
  ...SCHOOLING,
  ...EMPLOYMENT,
  ...HEALTH,
  ...DISABILITY,
  ...VETERAN,
  ...PARTY,
  ...MATTER,
];
