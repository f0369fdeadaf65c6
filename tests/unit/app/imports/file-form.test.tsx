// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { FileForm, type FileSettings } from "#app/(office)/imports/new/file-form.tsx";
import { inTheme } from "#tests/support/component.tsx";

afterEach(cleanup);

test("FileForm takes a file that was chosen before the page was ready to listen", async () => {
  const chosen: FileSettings[] = [];
  const form = inTheme(
    <FileForm regions={[]} scope="990101000000" isBusy={false} onChosen={(settings) => chosen.push(settings)} />,
  );
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(form);
  const file = new File(["名称"], "台账.csv", { type: "text/csv" });
  await userEvent.upload(within(container).getByLabelText(/台账文件/), file);

  render(form, { container, hydrate: true });
  await userEvent.click(screen.getByRole("combobox", { name: "台账的种类" }));
  await userEvent.click(screen.getByTitle("报表表单"));
  await userEvent.click(screen.getByRole("button", { name: "读取表头" }));
  expect(chosen).toMatchObject([{ file, kind: "form", assignRegion: false }]);
});
