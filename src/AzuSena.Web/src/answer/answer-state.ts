import type { Answer, AnswerEvent, Citation, ClosestPassage, Correction, Grounding } from '../api/events';

export type Status = 'waiting' | 'writing' | 'done' | 'stopped' | 'failed';

export interface ToolCall {
  name: string;
  /** Its name for people. */
  title?: string;
  /** What it was asked, as people read it. */
  asked?: string;
  result?: string;
  state: 'running' | 'done' | 'failed';
}

/** Why there is no whole answer. */
export interface Failure {
  code: string;
  message: string;
  retryAfter?: number | undefined;
}

/** An answer as far as it has come about: the fold over its events. */
export interface AnswerState {
  status: Status;
  /** The number of the last event that was taken in. */
  sequence: number;
  questionId?: string;
  mode?: string;
  /** Whether the model failed before its first word and the answer is made in another way. */
  modeChanged?: boolean;
  heard?: string;
  rewritten?: string;
  corrections: Correction[];
  queue?: number;
  loading?: string;
  thoughts: string;
  tools: ToolCall[];
  text: string;
  abstained?: boolean;
  closest?: ClosestPassage[];
  /** The beginning of the text that answers by itself, without marks. */
  lead?: string;
  isPartial?: boolean;
  /** What else was found; not in the text. */
  more?: Citation[];
  /** What to ask next. */
  suggestions?: string[];
  lowConfidence?: boolean;
  notKept?: string;
  citations: Citation[];
  grounding: Grounding[];
  failure?: Failure;
}

export const beginning: AnswerState = { status: 'waiting', sequence: 0, corrections: [], thoughts: '', tools: [], text: '', citations: [], grounding: [] };

export const isOver = (state: AnswerState) => state.status === 'done' || state.status === 'stopped' || state.status === 'failed';

/** Whether an answer ended in the middle of its text. */
export const isUnfinished = ({ status, text }: AnswerState) => status === 'failed' && text !== '';

/** Takes in an event. One that was taken in before (a resumed stream may repeat the last) or comes after the end changes nothing. */
export function take(state: AnswerState, event: AnswerEvent): AnswerState {
  if (isOver(state) || (event.sequence !== undefined && event.sequence <= state.sequence)) return state;
  return { ...state, ...change(state, event), sequence: event.sequence ?? state.sequence };
}

/** Ends an answer for a reason that lies on this side of the line. */
export function fail(state: AnswerState, failure: Failure): AnswerState {
  return isOver(state) ? state : { ...state, status: failure.code === 'answer_stopped' ? 'stopped' : 'failed', failure };
}

function change(state: AnswerState, event: AnswerEvent): Partial<AnswerState> {
  switch (event.type) {
    case 'answer_started':
      return { questionId: event.question_id, mode: event.mode };
    case 'transcription_partial':
      return { heard: event.text };
    case 'transcription_completed':
      return { heard: event.transcription.text };
    case 'question_rewritten':
      return { rewritten: event.question };
    case 'passages_retrieved':
      return { corrections: event.corrections };
    case 'queue_position':
      return { queue: event.position };
    case 'model_loading':
      return { ...afterQueue, loading: event.model };
    case 'reasoning_token':
      return { ...afterQueue, thoughts: state.thoughts + event.text };
    case 'tool_called':
      return { ...afterQueue, tools: [...state.tools, called(event)] };
    case 'tool_returned':
      return { tools: returned(state.tools, event.name, event.failed, event.result) };
    case 'mode_changed':
      return { ...afterQueue, mode: event.mode, modeChanged: true };
    case 'answer_abstained':
      return { abstained: true, closest: event.closest };
    case 'answer_token':
      return { ...afterQueue, status: 'writing', text: state.text + event.text };
    case 'sentence_grounded':
      return grounded(state, event.grounding);
    case 'answer_completed':
      return completed(event.answer);
    case 'answer_failed':
      return failed(event);
    default:
      // A type that this page does not know yet.
      return {};
  }
}

// What was waited for has come.
const afterQueue = { queue: undefined, loading: undefined } as unknown as Partial<AnswerState>;

function called({ name, title, asked }: Extract<AnswerEvent, { type: 'tool_called' }>): ToolCall {
  return { name, ...(title ? { title } : {}), ...(asked ? { asked } : {}), state: 'running' };
}

function returned(tools: ToolCall[], name: string, hasFailed: boolean, result: string | undefined): ToolCall[] {
  const index = tools.findIndex((tool) => tool.name === name && tool.state === 'running');
  return tools.map((tool, at) => (at === index ? { ...tool, state: hasFailed ? ('failed' as const) : ('done' as const), ...(result === undefined ? {} : { result }) } : tool));
}

function grounded(state: AnswerState, grounding: Grounding): Partial<AnswerState> {
  const known = new Set(state.citations.map((citation) => citation.number));
  return {
    // A second word on the same sentence takes the first one's place.
    grounding: [...state.grounding.filter((earlier) => earlier.start !== grounding.start), grounding],
    citations: [...state.citations, ...(grounding.citations ?? []).filter((citation) => !known.has(citation.number))],
  };
}

function completed(answer: Answer): Partial<AnswerState> {
  return {
    ...afterQueue,
    status: 'done',
    text: answer.response,
    mode: answer.mode,
    abstained: answer.abstained,
    lowConfidence: answer.low_confidence,
    ...shapeOf(answer),
    ...(answer.suggestions?.length ? { suggestions: answer.suggestions } : {}),
    ...(answer.not_kept ? { notKept: answer.not_kept.message } : {}),
    citations: answer.citations,
    ...(answer.grounding ? { grounding: answer.grounding } : {}),
  };
}

/** What an answer and a kept turn say alike about how the text is to be shown. */
export const shapeOf = ({ lead, completeness, more }: Pick<Answer, 'lead' | 'completeness' | 'more'>): Partial<AnswerState> => ({
  ...(lead ? { lead } : {}),
  ...(completeness === 'partial' ? { isPartial: true } : {}),
  ...(more?.length ? { more } : {}),
});

function failed(event: Extract<AnswerEvent, { type: 'answer_failed' }>): Partial<AnswerState> {
  const failure = { code: event.code, message: event.message, ...(event.retry_after_seconds === undefined ? {} : { retryAfter: event.retry_after_seconds }) };
  return { ...afterQueue, status: event.code === 'answer_stopped' ? 'stopped' : 'failed', failure };
}
