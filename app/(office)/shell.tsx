"use client";

import { MenuOutlined } from "@ant-design/icons";
import { Button, Drawer, Watermark } from "antd";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { signOutAction } from "../sign-in/actions.ts";
import type { Menu } from "./navigation.ts";
import styles from "./shell.module.css";

type Props = {
  office: { name: string; isSample: boolean } | undefined;
  person: { name: string; role: string; scope: string };
  menu: Menu;
  children: ReactNode;
};

/** The page of the menu that a path belongs to: the nearest above it. */
function currentOf(menu: Menu, path: string): string | undefined {
  return menu
    .flatMap(({ pages }) => pages.map(({ href }) => href))
    .filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)[0];
}

function Navigation({ menu, path, onGo }: { menu: Menu; path: string; onGo?: () => void }) {
  const current = currentOf(menu, path);
  return (
    <nav aria-label="主导航" className={styles.navigation}>
      {menu.map((group) => (
        <section key={group.title}>
          <h2 className={styles.group}>{group.title}</h2>
          <ul>
            {group.pages.map((page) => (
              <li key={page.href}>
                <Link
                  href={page.href}
                  className={styles.destination}
                  aria-current={page.href === current ? "page" : undefined}
                  onClick={onGo}
                >
                  {page.label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** The frame of every page after sign-in: who is here, where one can go, and the name of the viewer across the page. */
export function Shell({ office, person, menu, children }: Props) {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className={`${styles.header} no-print`}>
        <Button
          className={styles.menuButton}
          icon={<MenuOutlined />}
          aria-label="打开菜单"
          onClick={() => setOpen(true)}
        />
        <Link href="/" className={styles.brand}>
          减负<span className={styles.brandMore}>基层减负监督检查</span>
        </Link>
        <p className={styles.office}>
          <span className={styles.officeName}>{office?.name}</span>
          {office?.isSample ? <span className={styles.sample}>示例数据</span> : null}
        </p>
        <details className={styles.person}>
          <summary>
            {person.name}
            <span className={styles.role}>{person.role}</span>
          </summary>
          <div className={styles.personMenu}>
            <p>{person.name}</p>
            <p className="soft small">
              {person.role}，范围：{person.scope}
            </p>
            <form action={signOutAction}>
              <Button htmlType="submit" block>
                退出登录
              </Button>
            </form>
          </div>
        </details>
      </header>
      <div className={styles.body}>
        <aside className={`${styles.aside} no-print`}>
          <Navigation menu={menu} path={path} />
        </aside>
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title="菜单">
          <Navigation menu={menu} path={path} onGo={() => setOpen(false)} />
        </Drawer>
        <main id="content" tabIndex={-1} className={styles.main}>
          <Watermark
            content={`${person.name} ${person.role}`}
            font={{ color: "rgba(29, 36, 48, 0.05)", fontSize: 14 }}
            gap={[160, 140]}
            // Clips as its own style does, and yet lets what is sticky stick to the page.
            style={{ overflow: "clip" }}
          >
            <div className={styles.content}>
              {children}
              <footer className={`${styles.footer} no-print`}>
                <Link href="/suggestions">投诉建议</Link>
              </footer>
            </div>
          </Watermark>
        </main>
      </div>
    </>
  );
}
