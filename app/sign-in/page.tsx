import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { actorOf } from "../_server/actor.ts";
import { signedIn } from "../_server/auth.ts";
import { homeOf } from "../(office)/navigation.ts";
import { signOutAction } from "./actions.ts";
import { localPath } from "./local-path.ts";
import styles from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "登录" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const person = await signedIn(await headers(), new Date());
  const actor = person === null ? undefined : actorOf(person);
  const path = localPath(next);
  if (actor !== undefined) redirect(path === "/" ? homeOf(actor) : path);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1>减负</h1>
        <p className="soft">基层减负监督检查</p>
        {person === null ? (
          <SignInForm next={path} />
        ) : (
          <>
            <p role="alert" className={styles.notice}>
              {person.name}，您的账号还没有授予角色和范围，请联系安全管理员授权后再登录。
            </p>
            <form action={signOutAction}>
              <button type="submit" className={styles.submit}>
                换一个账号登录
              </button>
            </form>
          </>
        )}
      </div>
      <p className="soft small">只用于工作。操作记入审计日志。</p>
    </main>
  );
}
