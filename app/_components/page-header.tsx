import type { ReactNode } from "react";

/** The head of a page: what it is, one line on it, and what can be done here. */
export function PageHeader({ title, note, actions }: { title: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="row spread">
      <div>
        <h1>{title}</h1>
        {note ? <p className="soft">{note}</p> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </header>
  );
}
