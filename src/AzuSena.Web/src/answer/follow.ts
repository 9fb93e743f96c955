import type { AnswerEvent } from '../api/events';
import type { StreamEnd } from '../api/connection';
import { type AnswerState, fail, isOver, take } from './answer-state';

/** What following an answer needs of the line; the tests put their own in. */
export interface Wire {
  resume(question: string, after: number, onEvent: (event: AnswerEvent) => void): Promise<StreamEnd>;
  reconnected(signal: AbortSignal): Promise<void>;
}

const triesWithoutNews = 4;

/**
 * Follows an answer to its end. Where the line is lost in the middle, it waits for it and asks for the events after the last one that
 * came; the text goes on where it was.
 */
export async function follow(
  state: AnswerState,
  open: (onEvent: (event: AnswerEvent) => void) => Promise<StreamEnd>,
  wire: Wire,
  signal: AbortSignal,
  onChange: (state: AnswerState) => void,
): Promise<AnswerState> {
  const update = (next: AnswerState) => {
    if (next === state || signal.aborted) return;
    state = next;
    onChange(state);
  };
  const onEvent = (event: AnswerEvent) => update(take(state, event));

  let end = await open(onEvent);
  for (let tries = 0; !isOver(state) && !signal.aborted; tries++) {
    if (end.kind === 'refused') {
      update(fail(state, end));
    } else if (state.questionId === undefined || state.sequence === 0 || tries === triesWithoutNews) {
      update(fail(state, { code: 'connection_lost', message: '' }));
    } else {
      const before = state.sequence;
      await wire.reconnected(signal);
      if (signal.aborted) break;
      end = await wire.resume(state.questionId, before, onEvent);
      if (state.sequence > before) tries = -1;
    }
  }
  return state;
}
