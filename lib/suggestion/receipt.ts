/** Without letters and digits that are mistaken for each other: 0 O, 1 I L, U V. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const LENGTH = 16;

/** A receipt code from random numbers in [0, 1): 16 signs, 77 bits, "ABCD-EFGH-JKMN-PQRS". */
export function receiptCode(random: () => number): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]);
  return signs.join("").replace(/.{4}(?=.)/g, "$&-");
}

/** The code as it is kept, from what someone typed: case, blanks, dashes and width do not matter. */
export function plainReceipt(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z\d]/g, "");
}
