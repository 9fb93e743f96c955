import { describe, expect, it } from 'vitest';
import type { StreamEnd } from '../api/connection';
import type { AnswerEvent } from '../api/events';
import { type AnswerState, beginning } from './answer-state';
import { follow } from './follow';

const words = Array.from({ length: 50 }, (_, index) => `p${index} `);
const events: AnswerEvent[] = [
  { type: 'answer_started', question_id: 'q', mode: 'm' },
  ...words.map((text) => ({ type: 'answer_token' as const, text })),
  { type: 'answer_completed', answer: { response: words.join(''), question_id: 'q', mode: 'm', abstained: false, low_confidence: false, citations: [] } },
].map((event, index) => ({ ...event, sequence: index + 1 }) as AnswerEvent);

const play = (from: number, to: number, onEvent: (event: AnswerEvent) => void): StreamEnd => {
  for (const event of events.slice(from, to)) onEvent(event);
  return to >= events.length ? { kind: 'ended' } : { kind: 'lost' };
};

async function cutAt(...places: number[]): Promise<{ end: AnswerState; texts: string[] }> {
  const texts: string[] = [];
  const ends = [...places, events.length];
  const end = await follow(
    beginning,
    async (onEvent) => play(0, ends.shift()!, onEvent),
    // As a service that repeats the last event would.
    { reconnected: async () => undefined, resume: async (_, after, onEvent) => play(Math.max(0, after - 1), ends.shift()!, onEvent) },
    new AbortController().signal,
    (state) => texts.push(state.text),
  );
  return { end, texts };
}

describe('follow', () => {
  it('is whole with nothing twice, wherever the line was cut', async () => {
    for (let place = 1; place < events.length; place++) expect((await cutAt(place)).end).toMatchObject({ status: 'done', text: words.join('') });
    const { end, texts } = await cutAt(3, 3, 9, 10, 25, 40);
    expect(end.text).toBe(words.join(''));
    expect(texts.every((text, index) => index === 0 || text.startsWith(texts[index - 1]!))).toBe(true);
  });

  it('gives up where nothing was heard before the cut, or nothing comes after it', async () => {
    expect((await cutAt(0)).end.failure?.code).toBe('connection_lost');
    expect((await cutAt(5, 5, 5, 5, 5, 5, 5)).end.failure?.code).toBe('connection_lost');
  });

  it('says why a call was refused', async () => {
    const end = await follow(beginning, async () => ({ kind: 'refused', code: 'rate_limited', message: 'Despacio.' }), { reconnected: async () => undefined, resume: async () => ({ kind: 'lost' }) }, new AbortController().signal, () => undefined);
    expect(end).toMatchObject({ status: 'failed', failure: { code: 'rate_limited', message: 'Despacio.' } });
  });
});
