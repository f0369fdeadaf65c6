// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EntryForm } from "#app/(office)/rules/draft/entry-form.tsx";
import { type DraftEntry, entryFrom } from "#lib/risk/draft.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { show } from "#tests/support/component.tsx";

const COUNTY = "990101000000";
beforeEach(() => localStorage.clear());
afterEach(cleanup);

function entry(id: string, kind: DraftEntry["kinds"][0]): DraftEntry {
  const rule = RULES.get(id);
  if (!rule) throw new Error(id);
  return entryFrom(NATIONAL, rule, kind, COUNTY);
}
function open(known: Partial<ComponentProps<typeof EntryForm>> = {}) {
  const saved: DraftEntry[] = [];
  let closed = 0;
  let reloaded = 0;
  const { user } = show(
    <EntryForm
      entry={entry("stale-account", "account")}
      above={NATIONAL}
      aboveName="全国标准"
      packRegion={COUNTY}
      regionName="示范县"
      regions={[]}
      taken={new Set()}
      actorId="a"
      onSave={async (one) => {
        saved.push(one);
        return null;
      }}
      onReload={() => reloaded++}
      onClose={() => closed++}
      {...known}
    />,
  );
  return { user, saved, closed: () => closed, reloaded: () => reloaded };
}
const days = () => screen.getByLabelText<HTMLInputElement>("最长不更新天数（天）");
const save = () => screen.getByText("保存到草稿");

describe("EntryForm", () => {
  test("shows the standard above beside each limit, and does not offer to take its red line away", () => {
    open();
    expect(days().value).toBe("14");
    expect(screen.getByText("全国标准：14 天，只能更严")).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>("性质").disabled).toBe(true);
  });

  test("saves what was typed, as numbers, and closes", async () => {
    const { user, saved, closed } = open();
    await user.clear(days());
    await user.type(days(), "10");
    await user.click(save());
    await waitFor(() => expect(closed()).toBe(1));
    expect(saved).toMatchObject([{ ruleId: "stale-account", redLine: true, parameters: { maxDays: 10 } }]);
    expect(localStorage.length).toBe(0);
  });

  test("refuses a limit that is wider than the red line above, says so at the field and goes there", async () => {
    const { user, saved } = open();
    await user.clear(days());
    await user.type(days(), "20");
    await user.click(save());
    expect(saved).toEqual([]);
    expect(screen.getByText(/只能更严，不能超过 14 天/)).toBeTruthy();
    expect(document.activeElement).toBe(days());
  });

  test("keeps what was typed when somebody saved first, and offers to load the newest draft", async () => {
    const { user, closed, reloaded } = open({
      onSave: async () => ({ code: "conflict", message: "草稿刚被王五改过，您这次的修改没有保存。" }),
    });
    await user.clear(days());
    await user.type(days(), "7");
    await user.click(save());
    await screen.findByText(/王五/);
    expect([days().value, closed()]).toEqual(["7", 0]);
    await user.click(screen.getByText("载入最新草稿"));
    expect([days().value, reloaded()]).toEqual(["7", 1]);
  });

  test("finds what was typed and not saved when it is opened again, until it is thrown away", async () => {
    const first = open();
    await first.user.clear(days());
    await first.user.type(days(), "9");
    await first.user.click(screen.getByText("关闭"));
    cleanup();
    const { user } = open();
    expect(days().value).toBe("9");
    await user.click(screen.getByText("不要了"));
    expect(days().value).toBe("14");
    expect(localStorage.length).toBe(0);
  });

  test("asks for an article number only where the basis was held against the original", async () => {
    const { user } = open();
    await user.click(screen.getByText("增加一条依据"));
    const articles = screen.getAllByLabelText("条款号").length;
    await user.selectOptions(screen.getAllByLabelText("核对到什么程度").at(-1) as HTMLElement, "V");
    expect(screen.getAllByLabelText("条款号").length).toBe(articles + 1);
  });
});
