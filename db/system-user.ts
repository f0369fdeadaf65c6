import { execFileSync, spawnSync } from "node:child_process";
import { StartError } from "./start-error.ts";

/** Who runs the database when we are root, and the command line that goes before its programs. */
export type SystemUser = { uid: number; gid: number; before: string[] };

/**
 * Postgres refuses to run as root: the system user `postgres`, made when the machine has none; undefined when we are no root.
 * `folders` are those it must enter: where it may not (a project under /root), it is given the power to pass, and no other.
 */
export function systemUser(folders: string[]): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = postgresUser();
  if (folders.every((folder) => spawnSync("ls", ["-d", `${folder}/.`], { uid, gid }).status === 0))
    return { uid, gid, before: [] };
  // Without the secure bit, access(2), by which Postgres looks at its own files, would not count the power.
  // A container may hold back the first power and leave the second.
  for (const power of ["dac_read_search", "dac_override"]) {
    const before = [
      "setpriv",
      `--reuid=${uid}`,
      `--regid=${gid}`,
      "--clear-groups",
      "--securebits=+no_setuid_fixup",
      `--inh-caps=+${power}`,
      `--ambient-caps=+${power}`,
    ];
    const passes = (folder: string) =>
      spawnSync("setpriv", [...before.slice(1), "ls", "-d", `${folder}/.`]).status === 0;
    if (folders.every(passes)) return { uid, gid, before };
  }
  // The program's own complaint is then reported.
  return { uid, gid, before: [] };
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    try {
      const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
      execFileSync("useradd", [...options, "postgres"], { stdio: "ignore" });
      return { uid: id("-u"), gid: id("-g") };
    } catch (error) {
      throw new StartError(
        "以 root 运行需要系统用户 postgres，但无法创建；请先运行 useradd --system postgres，或改用普通用户运行。",
        { cause: error },
      );
    }
  }
}

/** How to start a program as that user: what `spawn` takes. */
export function asUser(user: SystemUser | undefined, program: string, args: string[]) {
  if (user === undefined) return { file: program, args, identity: {} };
  const [file, ...before] = user.before;
  if (file === undefined) return { file: program, args, identity: { uid: user.uid, gid: user.gid } };
  return { file, args: [...before, program, ...args], identity: {} };
}
