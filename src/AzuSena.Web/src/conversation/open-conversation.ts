import { batch, computed, signal } from '@preact/signals';
import { type AnswerState, beginning, fail, isOver } from '../answer/answer-state';
import { follow } from '../answer/follow';
import { ask, reconnected, resume, stop, type StreamEnd } from '../api/connection';
import type { AnswerEvent } from '../api/events';
import { ApiError, createConversation, deleteConversation, readConversation, type Turn } from '../api/rest';
import { session } from '../state/storage';
import { texts } from '../texts';
import { forgetNotes, noteAnswer, notesOf } from './answer-notes';
import { forget, known, remember, retitle } from './known-conversations';
import { paced } from '../answer/paced';
import { type Unfinished, dropUnfinished, forgetUnfinished, keepUnfinished, unfinishedOf } from './unfinished';
import { dropRunning, keepRunning, runningOf } from './running-question';

/** A question of the open conversation with what has come of it. */
export interface Exchange {
  key: string;
  question: string;
  spoken?: boolean;
  answer: AnswerState;
}

const place = 'azusena.open';

export const conversationId = signal<string | null>(null);
export const exchanges = signal<Exchange[]>([]);
/** What keeps the conversation from being shown; its code, as the errors of answers. */
export const trouble = signal<string | null>(null);
export const reading = signal(false);
export const running = computed(() => exchanges.value.find((exchange) => !isOver(exchange.answer)));

let left = new AbortController();
let stopping = new AbortController();
let keys = 0;

/** Opens what the tab showed before a reload. */
export async function restore(): Promise<void> {
  const id = session.read(place);
  if (id) await open(id);
}

/** Begins a new conversation; the service hears of it with the first question. */
export function begin(): void {
  leave();
  session.remove(place);
}

export async function open(id: string): Promise<void> {
  leave();
  const mine = left.signal;
  reading.value = true;
  session.write(place, id);
  conversationId.value = id;
  try {
    const conversation = await readConversation(id);
    if (mine.aborted) return;
    exchanges.value = withUnfinished(conversation.turns.map(past), unfinishedOf(id));
    if (conversation.title) retitle(id, conversation.title);
    followRunning(id, conversation.turns);
  } catch (error) {
    if (!mine.aborted) cannotOpen(id, error);
  } finally {
    if (!mine.aborted) reading.value = false;
  }
}

/** Asks, in the open conversation or in a new one. A question that waits for an answer is not asked twice. */
export function askQuestion(question: string): Promise<void> {
  return exchange({ question }, (id, onEvent, signal) => ask({ query: question, conversation_id: id, resumable: true }, onEvent, signal));
}

/** Starts an exchange over any way of asking. Where `signal` is aborted, it is as if nothing had been asked. */
export async function exchange(
  { question, spoken, signal }: { question: string; spoken?: boolean; signal?: AbortSignal },
  opening: (id: string, onEvent: (event: AnswerEvent) => void, signal: AbortSignal) => Promise<StreamEnd>,
): Promise<void> {
  if (running.value) return;
  trouble.value = null;
  stopping = new AbortController();
  const ended = eitherOf(stopping.signal, signal);
  const mine = eitherOf(left.signal, ended);
  const key = `${++keys}`;
  const before = conversationId.value;
  exchanges.value = [...exchanges.value, { key, question, answer: beginning, ...(spoken ? { spoken } : {}) }];
  signal?.addEventListener('abort', () => undo(key, before));
  try {
    const id = before ?? (await start(question || texts.voice.spoken, mine));
    if (!mine.aborted) await run(key, id, (onEvent) => opening(id, onEvent, ended), mine);
  } catch (error) {
    const { code, message } = error instanceof ApiError ? error : { code: 'internal', message: '' };
    if (!mine.aborted) change(key, (answer) => fail(answer, { code, message }));
  }
}

function eitherOf(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  if (!other) return one;
  const both = new AbortController();
  for (const signal of [one, other]) signal.addEventListener('abort', () => both.abort());
  return both.signal;
}

function undo(key: string, before: string | null): void {
  if (!exchanges.value.some((one) => one.key === key)) return;
  exchanges.value = exchanges.value.filter((one) => one.key !== key);
  dropRunning();
  const id = conversationId.value;
  if (before !== null || id === null || exchanges.value.length > 0) return;
  // It was begun for this question alone.
  dropConversation(id);
  deleteConversation(id).catch(() => undefined);
}

export async function stopAnswer(): Promise<void> {
  const { key, answer } = running.value ?? {};
  const id = conversationId.value;
  if (!key || !answer) return;
  // The service ends the stream, and says so.
  if (answer.questionId && (await stop(answer.questionId))) return;
  // It was not begun yet, or nobody hears of it any more: it ends on this side.
  if (running.value?.key !== key) return;
  stopping.abort();
  change(key, (state) => fail(state, { code: 'answer_stopped', message: '' }));
  dropRunning();
  if (id) noteUnfinished(key, id);
}

/** Asks the last question again, in the place of its failed answer. */
export function askAgain(key: string): void {
  const again = exchanges.value.find((one) => one.key === key);
  if (!again || running.value) return;
  exchanges.value = exchanges.value.filter((one) => one.key !== key);
  if (again.answer.questionId) dropUnfinished(again.answer.questionId);
  dropUnfinished(key);
  void askQuestion(again.answer.heard ?? again.question);
}

/** Forgets a conversation on this side, once the service has deleted or lost it. */
export function dropConversation(id: string): void {
  forget(id);
  forgetNotes(id);
  forgetUnfinished(id);
  if (conversationId.value === id) begin();
}

function leave(): void {
  left.abort();
  left = new AbortController();
  batch(() => {
    conversationId.value = null;
    exchanges.value = [];
    trouble.value = null;
    reading.value = false;
  });
}

async function start(question: string, mine: AbortSignal): Promise<string> {
  const { conversation_id: id } = await createConversation();
  if (mine.aborted) return id;
  conversationId.value = id;
  session.write(place, id);
  remember(id, question, Date.now());
  return id;
}

async function run(key: string, id: string, opening: (onEvent: (event: AnswerEvent) => void) => Promise<StreamEnd>, mine: AbortSignal): Promise<void> {
  const first = exchanges.value.find((one) => one.key === key);
  if (!first) return;
  const show = paced((answer: AnswerState) => {
    if (!mine.aborted) change(key, () => answer);
  });
  let kept = false;
  const end = await follow(first.answer, opening, { resume, reconnected }, mine, (answer) => {
    show(answer);
    if (isOver(answer)) show.flush();
    if (kept || !answer.questionId) return;
    kept = true;
    keepRunning({ conversation: id, question: first.question, questionId: answer.questionId });
  });
  if (mine.aborted) return;
  dropRunning();
  if (end.status !== 'done') return noteUnfinished(key, id);
  noteAnswer(id, end);
  const title = known.value.find((one) => one.id === id)?.title ?? first.question;
  remember(id, title, Date.now());
  void refreshTitle(id);
}

// An answer that was being written when the page was reloaded.
function followRunning(id: string, turns: Turn[]): void {
  const before = runningOf(id);
  if (!before) return;
  if (turns.some((turn) => turn.question_id === before.questionId)) return dropRunning();
  const key = `${++keys}`;
  const answer: AnswerState = { ...beginning, questionId: before.questionId };
  exchanges.value = [...exchanges.value, { key, question: before.question, answer }];
  stopping = new AbortController();
  const mine = eitherOf(left.signal, stopping.signal);
  const fromTheStart = async (onEvent: (event: AnswerEvent) => void) => {
    await reconnected(mine);
    return resume(before.questionId, 0, onEvent);
  };
  void run(key, id, fromTheStart, mine);
}

function noteUnfinished(key: string, conversation: string): void {
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
    citations: answer.citations,
    ...(answer.questionId ? { questionId: answer.questionId } : {}),
  });
}

async function refreshTitle(id: string): Promise<void> {
  try {
    const { title } = await readConversation(id);
    if (title) retitle(id, title);
  } catch {
    // The first question serves as well.
  }
}

function cannotOpen(id: string, error: unknown): void {
  const code = error instanceof ApiError ? error.code : 'internal';
  if (code === 'conversation_not_found') dropConversation(id);
  trouble.value = code;
}

function change(key: string, to: (answer: AnswerState) => AnswerState): void {
  exchanges.value = exchanges.value.map((one) => (one.key === key ? { ...one, answer: to(one.answer) } : one));
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
      citations: notes?.citations ?? turn.citations,
      grounding: notes?.grounding ?? [],
      ...(turn.standalone_question === turn.question ? {} : { rewritten: turn.standalone_question }),
      ...(notes?.lowConfidence ? { lowConfidence: true } : {}),
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
      failure: { code: one.code, message: '' },
      ...(one.questionId ? { questionId: one.questionId } : {}),
    },
  });
  const keys = new Set(turns.map((turn) => turn.key));
  const first = unfinished.filter((one) => one.after === null || !keys.has(one.after));
  return [...first.map(of), ...turns.flatMap((turn) => [turn, ...unfinished.filter((one) => one.after === turn.key).map(of)])];
}
