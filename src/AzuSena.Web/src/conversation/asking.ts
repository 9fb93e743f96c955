import { type AnswerState, beginning, fail, isOver } from '../answer/answer-state';
import { follow } from '../answer/follow';
import { paced } from '../answer/paced';
import { ask, service, stop, type StreamEnd } from '../api/connection';
import type { AnswerEvent } from '../api/events';
import { ApiError, createConversation, deleteConversation, readConversation, type Turn } from '../api/rest';
import { texts } from '../texts';
import { noteAnswer } from './answer-notes';
import { noteUnfinished } from './kept-exchanges';
import { known, remember, retitle } from './known-conversations';
import { dropRunning, keepRunning, runningOf } from './running-question';
import { add, change, conversationId, dropConversation, exchanges, remove, running, show, trouble, whileShown } from './shown-conversation';
import { wireTo } from './taken-up';
import { dropUnfinished } from './unfinished';

let stopping = new AbortController();

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
  const mine = eitherOf(whileShown(), ended);
  const before = conversationId.value;
  const key = add({ question, answer: beginning, ...(spoken ? { spoken } : {}) });
  signal?.addEventListener('abort', () => undo(key, before));
  try {
    const id = before ?? (await start(question || texts.voice.spoken, mine));
    if (!mine.aborted) await run(key, id, (onEvent) => opening(id, onEvent, ended), mine);
  } catch (error) {
    const { code, message, retryAfter } = error instanceof ApiError ? error : { code: 'internal', message: '', retryAfter: undefined };
    if (!mine.aborted) change(key, (answer) => fail(answer, { code, message, retryAfter }));
  }
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
  remove(key);
  if (again.answer.questionId) dropUnfinished(again.answer.questionId);
  dropUnfinished(key);
  void askQuestion(again.answer.heard ?? again.question);
}

/** Goes on with an answer that was being written when the page was reloaded. */
export function followRunning(id: string, turns: Turn[]): void {
  const before = runningOf(id);
  if (!before) return;
  if (turns.some((turn) => turn.question_id === before.questionId)) return dropRunning();
  const key = add({ question: before.question, answer: { ...beginning, questionId: before.questionId } });
  stopping = new AbortController();
  const mine = eitherOf(whileShown(), stopping.signal);
  const wire = wireTo(id, () => before.service);
  const fromTheStart = async (onEvent: (event: AnswerEvent) => void) => {
    await wire.reconnected(mine);
    return wire.resume(before.questionId, 0, onEvent);
  };
  void run(key, id, fromTheStart, mine, before.service);
}

async function start(question: string, mine: AbortSignal): Promise<string> {
  const { conversation_id: id } = await createConversation();
  if (mine.aborted) return id;
  show(id);
  remember(id, question, Date.now());
  return id;
}

async function run(key: string, id: string, opening: (onEvent: (event: AnswerEvent) => void) => Promise<StreamEnd>, mine: AbortSignal, asked?: string | null): Promise<void> {
  const first = exchanges.value.find((one) => one.key === key);
  if (!first) return;
  const display = paced((answer: AnswerState) => {
    if (!mine.aborted) change(key, () => answer);
  });
  let kept = false;
  const wire = wireTo(id, () => asked ?? null);
  const end = await follow(first.answer, opening, wire, mine, (answer) => {
    display(answer);
    if (isOver(answer)) display.flush();
    if (kept || !answer.questionId) return;
    kept = true;
    asked ??= service.value;
    keepRunning({ conversation: id, question: first.question, questionId: answer.questionId, service: asked });
  });
  if (mine.aborted) return;
  dropRunning();
  if (end.status !== 'done') return noteUnfinished(key, id);
  noteAnswer(id, end);
  const title = known.value.find((one) => one.id === id)?.title ?? first.question;
  remember(id, title, Date.now());
  void refreshTitle(id);
}

function undo(key: string, before: string | null): void {
  if (!exchanges.value.some((one) => one.key === key)) return;
  remove(key);
  dropRunning();
  const id = conversationId.value;
  if (before !== null || id === null || exchanges.value.length > 0) return;
  // It was begun for this question alone.
  dropConversation(id);
  deleteConversation(id).catch(() => undefined);
}

async function refreshTitle(id: string): Promise<void> {
  try {
    const { title } = await readConversation(id);
    if (title) retitle(id, title);
  } catch {
    // The first question serves as well.
  }
}

function eitherOf(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  if (!other) return one;
  const both = new AbortController();
  for (const signal of [one, other]) signal.addEventListener('abort', () => both.abort());
  return both.signal;
}
