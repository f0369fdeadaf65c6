"use client";

import { Button, type ButtonProps } from "antd";
import { useRouter } from "next/navigation";

/** A link that looks like a button; opens in a new tab, and works without JavaScript, as links do. */
export function LinkButton({ href, ...props }: Omit<ButtonProps, "onClick"> & { href: string | undefined }) {
  const router = useRouter();
  return (
    <Button
      {...props}
      href={href}
      disabled={props.disabled || href === undefined}
      onClick={(event) => {
        const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
        if (href === undefined || opensElsewhere) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
