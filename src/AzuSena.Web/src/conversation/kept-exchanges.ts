import { beginning, shapeOf } from '../answer/answer-state';
import type { Turn } from '../api/rest';
import { notesOf } from './answer-notes';
import { type Exchange, exchanges } from './shown-conversation';
import { type Unfinished, keepUnfinished, unfinishedOf } from './unfinished';

/** The exchanges of a conversation that is opened again: the service's turns, and what this browser knows beside them. */
export const keptExchanges = (conversation: string, turns: Turn[]): Exchange[] => withUnfinished(turns.map(past), unfinishedOf(conversation));

/** Keeps an exchange of the shown conversation that was stopped or has failed. */
export function noteUnfinished(key: string, conversation: string): void {
  const index = exchanges.value.findIndex((one) => one.key === key);
  const { question, answer } = exchanges.value[index] ?? {};
  if (!question || !answer || (answer.status !== 'stopped' && answer.status !== 'failed')) return;
  const before = exchanges.value.slice(0, index).reverse().find((one) => one.answer.status === 'done');
  keepUnfinished({
    key: answer.questionId ?? `${conversation}-${Date.now()}`,
    conversation,
    after: before?.answer.questionId ?? null,
    question: answer.heard ?? question,
    text: answer.text,
    status: answer.status,
    code: answer.failure?.code ?? 'internal',
    message: answer.failure?.message ?? '',
    citations: answer.citations,
    ...(answer.questionId ? { questionId: answer.questionId } : {}),
  });
}

function past(turn: Turn): Exchange {
  const notes = notesOf(turn.question_id);
  return {
    key: turn.question_id,
    question: turn.question,
    answer: {
      ...beginning,
      status: 'done',
      questionId: turn.question_id,
      mode: turn.mode,
      text: turn.answer,
      abstained: turn.abstained,
      citations: turn.citations,
      ...shapeOf(turn),
      grounding: notes?.grounding ?? [],
      ...(turn.standalone_question === turn.question ? {} : { rewritten: turn.standalone_question }),
      ...(notes?.lowConfidence ? { lowConfidence: true } : {}),
      ...(notes?.closest ? { closest: notes.closest } : {}),
      ...(notes?.suggestions ? { suggestions: notes.suggestions } : {}),
    },
  };
}

// Each where it stood; one whose turn before is no longer kept stands at the beginning.
function withUnfinished(turns: Exchange[], unfinished: Unfinished[]): Exchange[] {
  const of = (one: Unfinished): Exchange => ({
    key: one.key,
    question: one.question,
    answer: {
      ...beginning,
      status: one.status,
      text: one.text,
      citations: one.citations,
      failure: { code: one.code, message: one.message ?? '' },
      ...(one.questionId ? { questionId: one.questionId } : {}),
    },
  });
  const keys = new Set(turns.map((turn) => turn.key));
  const first = unfinished.filter((one) => one.after === null || !keys.has(one.after));
  return [...first.map(of), ...turns.flatMap((turn) => [turn, ...unfinished.filter((one) => one.after === turn.key).map(of)])];
}
