/**
 * Data elements that say who or where somebody is. A form asks for them to find the rest at the source, and that the source holds
 * them too makes nobody report twice: by identifier, whether shipped or laid over by an office.
 */
export const IDENTIFYING: ReadonlySet<string> = new Set([
  ...["JF-P001", "JF-P002", "JF-H001", "JF-H002", "JF-E001", "JF-E002"],
  ...["JF-A001", "JF-A002", "JF-A003", "JF-A004", "JF-A005", "JF-A006", "JF-A007", "JF-G007", "JF-G008"],
]);
