import type { Wire } from '../answer/follow';
import { reconnected, resume, service, type StreamEnd } from '../api/connection';
import type { AnswerEvent } from '../api/events';
import { ApiError, readConversation, type Turn } from '../api/rest';

/**
 * The wire of an answer in a conversation. Where the service does not know the answer any more, the page finds out what became of it; `asked` is the process
 * that was asked.
 */
export function wireTo(conversation: string, asked: () => string | null): Wire {
  return {
    reconnected,
    resume: async (question, after, onEvent) => {
      let isGone = false;
      const end = await resume(question, after, (event) => {
        if (event.type === 'answer_failed' && event.code === 'question_not_found') isGone = true;
        else onEvent(event);
      });
      return isGone ? fate(conversation, question, asked(), onEvent) : end;
    },
  };
}

// It may have become whole while nobody listened.
async function fate(conversation: string, question: string, asked: string | null, onEvent: (event: AnswerEvent) => void): Promise<StreamEnd> {
  try {
    const turn = (await readConversation(conversation)).turns.find((one) => one.question_id === question);
    if (turn) onEvent(wholeOf(turn));
    if (turn) return { kind: 'ended' };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'conversation_not_found') return { kind: 'refused', code: error.code, message: '' };
  }
  return { kind: 'refused', code: asked === null || service.value === asked ? 'question_not_found' : 'restarted', message: '' };
}

const wholeOf = (turn: Turn): AnswerEvent => ({
  type: 'answer_completed',
  answer: { response: turn.answer, question_id: turn.question_id, mode: turn.mode, abstained: turn.abstained, low_confidence: false, citations: turn.citations, completeness: turn.completeness, ...(turn.lead ? { lead: turn.lead } : {}), ...(turn.more ? { more: turn.more } : {}) },
});
