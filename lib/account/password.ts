import { z } from "zod";

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** A password that may be set: 10 to 128 characters, of at least three classes (small, capital, digit, other). */
export const Password = z
  .string({ error: "请填写密码。" })
  .min(10, "密码至少 10 个字符。")
  .max(128, "密码最多 128 个字符。")
  .refine(
    (text) => CLASSES.filter((one) => one.test(text)).length >= 3,
    "密码须含小写字母、大写字母、数字、符号中的至少三类。",
  );

/** A user name: 3 to 30 small letters, digits, dots, hyphens or underscores; capitals are made small. */
export const Username = z
  .string({ error: "请填写用户名。" })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,29}$/, "用户名须为 3 至 30 位字母、数字、点、横线或下划线，以字母或数字开头。");
