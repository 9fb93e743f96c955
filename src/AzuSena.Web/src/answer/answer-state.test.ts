import { describe, expect, it } from 'vitest';
import type { Answer, AnswerEvent } from '../api/events';
import { type AnswerState, beginning, fail, isOver, take } from './answer-state';

const answer: Answer = { response: 'Hola [1].', question_id: 'q', mode: 'ollama:x', abstained: false, low_confidence: true, completeness: 'complete', citations: [{ number: 1, passage_id: 'p', title: 'T' }] };
const fold = (...events: AnswerEvent[]): AnswerState => events.reduce(take, beginning);

describe('take', () => {
  it('puts the tokens together and ends with the whole answer', () => {
    const state = fold({ type: 'answer_started', question_id: 'q', mode: 'ollama:x', sequence: 1 }, { type: 'answer_token', text: 'Ho', sequence: 2 }, { type: 'answer_token', text: 'la', sequence: 3 });
    expect(state).toMatchObject({ status: 'writing', text: 'Hola', questionId: 'q', sequence: 3 });
    expect(take(state, { type: 'answer_completed', answer, sequence: 4 })).toMatchObject({ status: 'done', text: 'Hola [1].', lowConfidence: true, citations: answer.citations });
  });

  it('takes no event twice and none after the end', () => {
    const state = fold({ type: 'answer_token', text: 'a', sequence: 1 }, { type: 'answer_token', text: 'a', sequence: 1 }, { type: 'answer_token', text: 'b', sequence: 2 });
    expect(state.text).toBe('ab');
    const over = take(state, { type: 'answer_failed', code: 'internal', message: 'x', sequence: 3 });
    expect(take(over, { type: 'answer_token', text: 'c', sequence: 4 })).toBe(over);
  });

  it('keeps how a whole answer is to be shown', () => {
    const more = [{ number: 2, passage_id: 'q', title: 'U' }];
    expect(fold({ type: 'answer_completed', answer: { ...answer, lead: 'Hola.', completeness: 'partial', more, suggestions: ['¿Y?'] } })).toMatchObject({ lead: 'Hola.', isPartial: true, more, suggestions: ['¿Y?'] });
    expect(fold({ type: 'answer_completed', answer })).not.toHaveProperty('isPartial');
    const closest = [{ title: 'T', passage_id: 'p' }];
    expect(fold({ type: 'answer_abstained', confidence: 0, closest_titles: ['T'], closest })).toMatchObject({ abstained: true, closest });
  });

  it('works without numbers too', () => {
    expect(fold({ type: 'answer_token', text: 'a' }, { type: 'answer_token', text: 'a' }).text).toBe('aa');
  });

  it('forgets the queue and the loading once something comes', () => {
    const waiting = fold({ type: 'queue_position', position: 2 }, { type: 'model_loading', model: 'x' });
    expect(waiting).toMatchObject({ queue: undefined, loading: 'x' });
    expect(take(waiting, { type: 'answer_token', text: 'a' })).toMatchObject({ loading: undefined });
  });

  it('tells a stopped answer from a failed one', () => {
    expect(fold({ type: 'answer_failed', code: 'answer_stopped', message: '' }).status).toBe('stopped');
    expect(fold({ type: 'answer_failed', code: 'model_busy', message: 'x', retry_after_seconds: 3 })).toMatchObject({ status: 'failed', failure: { code: 'model_busy', retryAfter: 3 } });
    expect(isOver(fail(beginning, { code: 'connection_lost', message: '' }))).toBe(true);
  });

  it('matches each return with its call, and passes over types that it does not know', () => {
    const state = fold({ type: 'tool_called', name: 'a', arguments: {} }, { type: 'tool_called', name: 'a', arguments: {} }, { type: 'tool_returned', name: 'a', failed: true }, { type: 'tool_returned', name: 'a', failed: false, result: 'r' });
    expect(state.tools).toEqual([{ name: 'a', state: 'failed' }, { name: 'a', state: 'done', result: 'r' }]);
    const named = fold({ type: 'tool_called', name: 'c_d', arguments: {}, title: 'Calendario', asked: '25 de diciembre' }, { type: 'tool_returned', name: 'c_d', failed: false, result: 'Sí.' });
    expect(named.tools).toEqual([{ name: 'c_d', title: 'Calendario', asked: '25 de diciembre', state: 'done', result: 'Sí.' }]);
    expect(take(beginning, { type: 'from_tomorrow' } as unknown as AnswerEvent)).toEqual(beginning);
  });

  it('keeps the sentences that were held against the passages', () => {
    const grounding = { sentence: 'Hola.', start: 0, end: 5, support: 'unsupported' as const, citations: [{ number: 1, passage_id: 'p', title: 'T' }] };
    const next = { ...grounding, start: 6, end: 11 };
    const judged = { ...grounding, support: 'supported' as const };
    expect(fold({ type: 'sentence_grounded', grounding }, { type: 'sentence_grounded', grounding: next }, { type: 'sentence_grounded', grounding: judged })).toMatchObject({ grounding: [next, judged], citations: grounding.citations });
  });
});
