import Link from "next/link";
import { NoticePage } from "../_components/notice-page.tsx";

export default function NotFound() {
  return (
    <NoticePage title="没有找到这一项" actions={<Link href="/assets">返回台账</Link>}>
      <p>它可能已被删除，或者不在您的账号所能查看的范围内。</p>
    </NoticePage>
  );
}
