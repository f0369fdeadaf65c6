const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * What looks wrong with a 统一社会信用代码 (GB 32100-2015), or undefined.
 * A warning only: codes issued by registrars are known to fail the check character.
 */
export function creditCodeWarning(code: string): string | undefined {
  if (code.length !== 18) return `应为 18 位，现为 ${code.length} 位`;
  const values = [...code].map((char) => ALPHABET.indexOf(char));
  const bad = values.indexOf(-1);
  if (bad >= 0) return `第 ${bad + 1} 位“${code[bad]}”不是统一社会信用代码可用的字符`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] as number), 0);
  const expected = ALPHABET[(31 - (sum % 31)) % 31];
  return expected === code[17] ? undefined : `校验位应为“${expected}”，现为“${code[17]}”，请核对`;
}
