import { z } from "zod";

export const MAX_SUGGESTION = 1000;

const words = (name: string) =>
  z
    .string({ error: `请填写${name}` })
    .trim()
    .min(1, `请填写${name}`)
    .max(MAX_SUGGESTION, `${name}最多 ${MAX_SUGGESTION} 字`);

export const SubmitSuggestionInput = z.object({ text: words("投诉建议") });
export const AnswerSuggestionInput = z.object({ id: z.uuid(), answer: words("答复") });
