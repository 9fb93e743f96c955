import type { AnswerState } from '../answer/answer-state';
import { leadEnd } from '../answer/lead';

/** An answer as it is read aloud: what comes first, and what is offered after it; both Markdown. A listener cannot skim. */
export function spokenParts({ text, lead, more = [] }: Pick<AnswerState, 'text' | 'lead' | 'more'>): { lead: string; rest: string } {
  const end = leadEnd(text, lead);
  return end > 0 ? { lead: text.slice(0, end), rest: text.slice(end) } : { lead: text, rest: more.map(({ quote }) => quote ?? '').join('\n\n') };
}
