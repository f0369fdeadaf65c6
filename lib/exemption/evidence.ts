/** The document that a request rests on, in one line: its title, its number where it has one, and its words. */
export function evidenceText(document: { title: string; number?: string | undefined; words: string }): string {
  const title = /^《.*》$/.test(document.title) ? document.title : `《${document.title}》`;
  return `${title}${document.number === undefined ? "" : `（${document.number}）`}：“${document.words}”`;
}
