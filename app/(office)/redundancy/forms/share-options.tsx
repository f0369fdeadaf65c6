const SHARES = [30, 40, 50, 60, 70, 80, 90, 100];

/** Shares as limits; one that was typed into the address stands among the others. */
export function ShareOptions({ chosen }: { chosen: number | undefined }) {
  const shares = chosen === undefined || SHARES.includes(chosen) ? SHARES : [...SHARES, chosen].sort((a, b) => a - b);
  return (
    <>
      <option value="">不限</option>
      {shares.map((share) => (
        <option key={share} value={share}>
          {share === 100 ? "100%" : `${share}% 以上`}
        </option>
      ))}
    </>
  );
}
