"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signIn, signOut } from "../_server/auth.ts";
import { localPath } from "./local-path.ts";

/** Signs in from the form; the answer is the sentence to show, and never holds the password. */
export async function signInAction(_previous: string | null, form: FormData): Promise<string | null> {
  const username = form.get("username");
  const password = form.get("password");
  if (typeof username !== "string" || username.trim() === "") return "请填写用户名。";
  if (typeof password !== "string" || password === "") return "请填写密码。";
  const answer = await signIn({ username: username.trim(), password }, await headers());
  if (!answer.ok) return answer.message;
  // The session begins with the next request: the sign-in page then sends each to where their work begins.
  redirect(`/sign-in?next=${encodeURIComponent(localPath(form.get("next")))}`);
}

export async function signOutAction(): Promise<void> {
  await signOut(await headers());
  redirect("/sign-in");
}
