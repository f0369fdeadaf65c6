import { ESTIMATE_SOURCE_LABEL, FREQUENCY_LABEL, TIMES_PER_YEAR } from "../asset/vocabulary.ts";
import { type BurdenInputs, inputLabel, minutesPerTime, STEP_INPUTS, timesPerYear } from "./inputs.ts";
import { WORKDAYS_PER_YEAR } from "./method.ts";

/** A working day of one person. */
const HOURS_PER_WORKDAY = 8;
/** One person's week. 永川's declared figures came to 42 person-hours a submission (domain.md 2.3): collecting was counted in. */
const PERSON_HOURS_PER_TIME = 40;
/** A declared count may differ from the named frequency by a quarter before it is asked about. */
const FREQUENCY_TOLERANCE = 0.25;

/** Sentences about inputs that are unlikely or contradict each other; they warn and never change the result. */
export function plausibilityWarnings(inputs: BurdenInputs): string[] {
  return [
    ...timeWarnings(inputs),
    ...frequencyWarnings(inputs),
    ...minutesWarnings(inputs),
    ...zeroWarnings(inputs),
    ...sourceWarnings(inputs),
  ];
}

function timeWarnings(inputs: BurdenInputs): string[] {
  const found: string[] = [];
  const minutes = minutesPerTime(inputs);
  const times = timesPerYear(inputs);
  if (!("missing" in minutes)) {
    const perDay = times === undefined ? undefined : (times * minutes.mid) / 60 / WORKDAYS_PER_YEAR;
    if (perDay !== undefined && perDay > HOURS_PER_WORKDAY) {
      found.push(`折合每人每个工作日 ${oneDecimal(perDay)} 小时，超过 ${HOURS_PER_WORKDAY} 小时，请核实次数和分钟数`);
    }
    const perTime = inputs.personsPerUnit === undefined ? undefined : (inputs.personsPerUnit * minutes.mid) / 60;
    if (perTime !== undefined && perTime > PERSON_HOURS_PER_TIME) {
      found.push(
        `折合每单位每次 ${oneDecimal(perTime)} 人时，请核实是否把平时收集数据的时间计入了报送，两者应分开测算`,
      );
    }
  }
  const watching = inputs.watchMinutesPerDay;
  if (watching !== undefined && watching > HOURS_PER_WORKDAY * 60) {
    found.push(`每人每个工作日看群 ${oneDecimal(watching / 60)} 小时，超过 ${HOURS_PER_WORKDAY} 小时，请核实`);
  }
  return found;
}

function frequencyWarnings({ frequency, timesPerYear: times }: BurdenInputs): string[] {
  const named = frequency && TIMES_PER_YEAR[frequency];
  if (!frequency || named === undefined || times === undefined) return [];
  const calendarDaily = frequency === "daily" && times >= WORKDAYS_PER_YEAR * (1 - FREQUENCY_TOLERANCE) && times <= 366;
  if (calendarDaily || Math.abs(times - named) <= named * FREQUENCY_TOLERANCE) return [];
  return [`填报频率“${FREQUENCY_LABEL[frequency]}”约合每年 ${named} 次，与年次数 ${times} 不一致，已按年次数计算`];
}

function minutesWarnings(inputs: BurdenInputs): string[] {
  const found: string[] = [];
  const { minutes, minutesLow, minutesHigh } = inputs;
  const known = STEP_INPUTS.flatMap(([, key]) => inputs[key] ?? []);
  const split = known.reduce((a, b) => a + b, 0);
  if (minutes !== undefined && (split > minutes || (known.length === STEP_INPUTS.length && split !== minutes))) {
    found.push(`各步骤合计 ${split} 分钟，与每次分钟数 ${minutes} 不一致，已按各步骤合计计算`);
  }
  if (minutesLow !== undefined && minutesHigh !== undefined && minutesLow > minutesHigh) {
    found.push(`每次分钟数的下限 ${minutesLow} 大于上限 ${minutesHigh}，请核实`);
  }
  const mid = minutesPerTime(inputs);
  if (!("missing" in mid) && ((minutesLow ?? 0) > mid.mid || (minutesHigh ?? mid.mid) < mid.mid)) {
    found.push(`每次分钟数 ${mid.mid} 不在所报区间内，请核实`);
  }
  return found;
}

function zeroWarnings(inputs: BurdenInputs): string[] {
  const keys = ["timesPerYear", "respondentUnits", "personsPerUnit", "minutes", "members"] as const;
  const zeros = keys.filter((key) => inputs[key] === 0).map(inputLabel);
  return zeros.length === 0 ? [] : [`${zeros.join("、")}申报为 0，测算结果随之为 0，请核实`];
}

function sourceWarnings({ estimateSource, sampleSize }: BurdenInputs): string[] {
  if ((estimateSource === "measured" || estimateSource === "interview") && sampleSize === undefined) {
    return [`测算来源为${ESTIMATE_SOURCE_LABEL[estimateSource]}，但没有填写样本量`];
  }
  return [];
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}
