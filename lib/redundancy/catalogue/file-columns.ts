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

function chosen(field: string, options: Readonly<Record<string, string>>): Pick<FileColumn, "read"> {
  return {
    read: (text) => {
      const parsed = parseChoice(field, options, text);
      if (parsed.is === "value") return parsed;
      return {
        is: "wrong",
        message: `“${text}”不在可选范围内，可填：${Object.values(options).join("、")}；不清楚时留空`,
      };
    },
  };
}

/** The columns of a catalogue as a workbook, in order: what is exported is what can be imported. */
export const FILE_COLUMNS: readonly FileColumn[] = [
  {
    field: "identifier",
    title: "标识符",
    aliases: ["数据元标识符", "数据元编号", "编号"],
    width: 12,
    write: ({ identifier }) => identifier,
    read: asItIs,
  },
  {
    field: "name",
    title: "名称",
    aliases: ["中文名称", "数据元名称"],
    width: 20,
    write: ({ name }) => name,
    read: asItIs,
  },
  {
    field: "definition",
    title: "定义",
    aliases: ["说明"],
    width: 40,
    write: ({ definition }) => definition,
    read: asItIs,
  },
  {
    field: "synonyms",
    title: "同义名",
    aliases: ["同义名称", "别名"],
    width: 36,
    write: ({ synonyms }) => (synonyms.length === 0 ? null : synonyms.join("、")),
    read: asItIs,
  },
  {
    field: "grain",
    title: "对象类",
    aliases: ["对象", "填报粒度"],
    width: 14,
    write: ({ grain }) => grain && OBJECT_CLASS_LABEL[grain],
    ...chosen("grain", OBJECT_CLASS_LABEL),
  },
  {
    field: "representation",
    title: "表示",
    aliases: ["表示格式", "数据类型及格式", "数据类型"],
    width: 20,
    write: ({ representation }) => representation,
    read: asItIs,
  },
  {
    field: "valueDomain",
    title: "值域",
    aliases: [],
    width: 20,
    write: ({ valueDomain }) => valueDomain,
    read: asItIs,
  },
  {
    field: "sourceDepartment",
    title: "数源部门",
    aliases: ["数据来源部门", "来源部门"],
    width: 22,
    write: ({ sourceDepartment }) => sourceDepartment,
    read: asItIs,
  },
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
  {
    field: "updateFrequency",
    title: "更新频率",
    aliases: ["更新周期"],
    width: 12,
    write: ({ updateFrequency }) => updateFrequency && FREQUENCY_LABEL[updateFrequency],
    ...chosen("frequency", FREQUENCY_LABEL),
  },
  {
    field: "changesPerYear",
    title: "每年变化次数",
    aliases: [],
    width: 14,
    write: ({ changesPerYear }) => changesPerYear,
    read: asNumber,
  },
  {
    field: "sharing",
    title: "共享属性",
    aliases: ["共享类型"],
    width: 14,
    write: ({ sharing }) => sharing && SHARING_LABEL[sharing],
    ...chosen("sharing", SHARING_LABEL),
  },
  {
    field: "sensitivity",
    title: "敏感程度",
    aliases: ["敏感级别"],
    width: 14,
    write: ({ sensitivity }) => (sensitivity === null ? null : SENSITIVITY_LABEL[sensitivity]),
    ...chosen("sensitivity", SENSITIVITY_LABEL),
  },
  {
    field: "minutesPerCell",
    title: "每格分钟数",
    aliases: ["填一次所需分钟"],
    width: 12,
    write: ({ minutesPerCell }) => minutesPerCell,
    read: asNumber,
  },
  {
    field: "origin",
    title: "出处",
    aliases: ["来源标准", "标准"],
    width: 20,
    write: ({ origin }) => origin,
    read: asItIs,
  },
];

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
