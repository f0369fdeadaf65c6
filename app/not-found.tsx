import Link from "next/link";
import { NoticePage } from "./_components/notice-page.tsx";

export const metadata = { title: "没有找到" };

export default function NotFound() {
  return (
    <NoticePage title="没有找到这一页" actions={<Link href="/">返回首页</Link>}>
      <p>网址可能有误，或者您的账号看不到这项内容。请从首页重新进入。</p>
    </NoticePage>
  );
}
