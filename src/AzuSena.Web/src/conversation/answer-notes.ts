import type { AnswerState } from '../answer/answer-state';
import type { ClosestPassage, Grounding } from '../api/events';
import { lasting, readJson } from '../state/storage';

/** What the service's own record of a turn does not hold and the page shows again after a reload. */
export interface AnswerNotes {
  conversation: string;
  lowConfidence?: boolean;
  closest?: ClosestPassage[];
  suggestions?: string[];
  grounding: Grounding[];
  rating?: 'up' | 'down';
}

const place = 'azusena.answers';
const most = 100;

export function noteAnswer(conversation: string, answer: AnswerState): void {
  if (!answer.questionId) return;
  write([
    ...entries().filter(([id]) => id !== answer.questionId),
    [
      answer.questionId,
      {
        conversation,
        ...(answer.lowConfidence ? { lowConfidence: true } : {}),
        ...(answer.abstained && answer.closest ? { closest: answer.closest } : {}),
        ...(answer.suggestions ? { suggestions: answer.suggestions } : {}),
        grounding: answer.grounding.filter((sentence) => sentence.support !== 'supported'),
      },
    ],
  ]);
}

export function noteRating(question: string, rating: 'up' | 'down'): void {
  write(entries().map(([id, notes]) => [id, id === question ? { ...notes, rating } : notes]));
}

export const notesOf = (question: string): AnswerNotes | undefined => entries().find(([id]) => id === question)?.[1];

export function forgetNotes(conversation: string): void {
  write(entries().filter(([, notes]) => notes.conversation !== conversation));
}

function entries(): [string, AnswerNotes][] {
  return readJson(lasting, place, isList) ?? [];
}

function write(list: [string, AnswerNotes][]): void {
  lasting.write(place, JSON.stringify(list.slice(-most)));
}

function isList(value: unknown): value is [string, AnswerNotes][] {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && Array.isArray((entry[1] as AnswerNotes | null)?.grounding));
}
