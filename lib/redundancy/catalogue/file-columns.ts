import { FREQUENCY_LABEL } from "../../asset/vocabulary.ts";
import { parseChoice } from "../../intake/parse-choice.ts";
import { SHARING_LABEL } from "../vocabulary.ts";
import { type DataElement, OBJECT_CLASS_LABEL, SENSITIVITY_LABEL } from "./data-element.ts";
import type { ToldDataElement } from "./inputs.ts";

/** A data element as it is told: what a file can change of it. */
export function toldOf({ own, ...attributes }: DataElement): ToldDataElement {
  return { ...attributes, synonyms: [...attributes.synonyms], sourceUnitId: own?.sourceUnitId ?? null };
}

/** What a cell says: the value as the input takes it, or what is wrong with it and what to do. */
type Cell = { is: "value"; value: unknown } | { is: "wrong"; message: string };

export type FileColumn = {
  field: keyof ToldDataElement;
  title: string;
  /** Other names of the column that are read too. */
  aliases: readonly string[];
  width: number;
  /** As it is written into a cell; null stays empty. `unitNames`: names of units by their ids. */
  write: (told: ToldDataElement, unitNames: ReadonlyMap<string, string>) => string | number | null;
  /** As it is read from a cell that is not blank. `unitIds`: ids of units by their names, null where several bear one. */
  read: (text: string, unitIds: ReadonlyMap<string, string | null>) => Cell;
};

const asItIs = (text: string): Cell => ({ is: "value", value: text });
const asNumber = (text: string): Cell => ({ is: "value", value: text.replaceAll(/[,，]/g, "") });

type Words = "identifier" | "name" | "definition" | "representation" | "valueDomain" | "sourceDepartment" | "origin";
type Figure = "changesPerYear" | "minutesPerCell";
type Choice = "grain" | "updateFrequency" | "sharing" | "sensitivity";

/** A column of words or figures as they are. */
function column(
  field: Words | Figure,
  title: string,
  width: number,
  aliases: readonly string[],
  read: FileColumn["read"] = asItIs,
): FileColumn {
  return { field, title, aliases, width, write: (told) => told[field], read };
}

/** A column that holds one of some options by its label; `choice`: what tells other words for them. */
function choiceColumn<F extends Choice>(
  field: F,
  title: string,
  width: number,
  aliases: readonly string[],
  options: Readonly<Record<NonNullable<ToldDataElement[F]>, string>>,
  choice: string = field,
): FileColumn {
  return {
    ...{ field, title, aliases, width },
    write: (told) => {
      const value = told[field];
      return value === null ? null : options[value as NonNullable<ToldDataElement[F]>];
    },
    read: (text) => {
      const parsed = parseChoice(choice, options, text);
      if (parsed.is === "value") return parsed;
      const labels = Object.values(options).join("、");
      return { is: "wrong", message: `“${text}”不在可选范围内，可填：${labels}；不清楚时留空` };
    },
  };
}

/** The columns of a catalogue as a workbook, in order: what is exported is what can be imported. */
export const FILE_COLUMNS: readonly FileColumn[] = [
  column("identifier", "标识符", 12, ["数据元标识符", "数据元编号", "编号"]),
  column("name", "名称", 20, ["中文名称", "数据元名称"]),
  column("definition", "定义", 40, ["说明"]),
  {
    field: "synonyms",
    title: "同义名",
    aliases: ["同义名称", "别名"],
    width: 36,
    write: ({ synonyms }) => (synonyms.length === 0 ? null : synonyms.join("、")),
    read: asItIs,
  },
  choiceColumn("grain", "对象类", 14, ["对象", "填报粒度"], OBJECT_CLASS_LABEL),
  column("representation", "表示", 20, ["表示格式", "数据类型及格式", "数据类型"]),
  column("valueDomain", "值域", 20, []),
  column("sourceDepartment", "数源部门", 22, ["数据来源部门", "来源部门"]),
  {
    field: "sourceUnitId",
    title: "数源单位",
    aliases: [],
    width: 22,
    write: ({ sourceUnitId }, unitNames) => (sourceUnitId === null ? null : (unitNames.get(sourceUnitId) ?? null)),
    read: (text, unitIds) => {
      const id = unitIds.get(text);
      if (id === undefined)
        return { is: "wrong", message: `单位台账里没有“${text}”，请按台账上的全称填写，或先登记这个单位` };
      if (id === null) return { is: "wrong", message: `单位台账里有几个“${text}”，请留空后在页面上选择` };
      return { is: "value", value: id };
    },
  },
  choiceColumn("updateFrequency", "更新频率", 12, ["更新周期"], FREQUENCY_LABEL, "frequency"),
  column("changesPerYear", "每年变化次数", 14, [], asNumber),
  choiceColumn("sharing", "共享属性", 14, ["共享类型"], SHARING_LABEL),
  choiceColumn("sensitivity", "敏感程度", 14, ["敏感级别"], SENSITIVITY_LABEL),
  column("minutesPerCell", "每格分钟数", 12, ["填一次所需分钟"], asNumber),
  column("origin", "出处", 20, ["来源标准", "标准"]),
];

/** What is told as it stands in the cells of a row; a unit of which the name is not known stands by its id. */
export function cellTexts(told: ToldDataElement, unitNames: ReadonlyMap<string, string>): string[] {
  const { sourceUnitId: id } = told;
  const names = new Map(id === null ? [] : [[id, unitNames.get(id) ?? id]]);
  return FILE_COLUMNS.map((column) => String(column.write(told, names) ?? ""));
}

/** Columns that an export adds and an import passes over. */
export const TOLD_COLUMNS = ["目录来源", "本地收集表数"] as const;

const plain = (name: string) => name.normalize("NFKC").replace(/[\s*＊]/g, "");

/** Which column of a file each name in its header is; unknown ones are passed over. The first of two of one meaning counts. */
export function recognised(names: readonly string[]): { columns: Map<number, FileColumn>; passedOver: string[] } {
  const columns = new Map<number, FileColumn>();
  const passedOver: string[] = [];
  const taken = new Set<FileColumn>();
  for (const [index, name] of names.entries()) {
    const column = FILE_COLUMNS.find(({ title, aliases }) => [title, ...aliases].includes(plain(name)));
    if (column !== undefined && !taken.has(column)) {
      taken.add(column);
      columns.set(index, column);
    } else if (!TOLD_COLUMNS.some((told) => told === plain(name))) passedOver.push(name);
  }
  return { columns, passedOver };
}
