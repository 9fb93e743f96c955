import { batch, computed, signal } from '@preact/signals';
import { type AnswerState, isOver } from '../answer/answer-state';
import { session } from '../state/storage';
import { forgetNotes } from './answer-notes';
import { forget } from './known-conversations';
import { forgetUnfinished } from './unfinished';

/** A question of the shown conversation with what has come of it. */
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
let keys = 0;

/** Aborted once the page shows another conversation. */
export const whileShown = (): AbortSignal => left.signal;

/** What the tab showed before a reload. */
export const shownBefore = (): string | null => session.read(place);

/** Begins a new conversation; the service hears of it with the first question. */
export function begin(): void {
  leave();
  session.remove(place);
}

/** Takes a conversation for the one that is shown. */
export function show(id: string): void {
  session.write(place, id);
  conversationId.value = id;
}

export function leave(): void {
  left.abort();
  left = new AbortController();
  batch(() => {
    conversationId.value = null;
    exchanges.value = [];
    trouble.value = null;
    reading.value = false;
  });
}

/** Adds an exchange at the end; gives its key. */
export function add(exchange: Omit<Exchange, 'key'>): string {
  const key = `${++keys}`;
  exchanges.value = [...exchanges.value, { key, ...exchange }];
  return key;
}

export function change(key: string, to: (answer: AnswerState) => AnswerState): void {
  exchanges.value = exchanges.value.map((one) => (one.key === key ? { ...one, answer: to(one.answer) } : one));
}

export function remove(key: string): void {
  exchanges.value = exchanges.value.filter((one) => one.key !== key);
}

/** Forgets a conversation on this side, once the service has deleted or lost it. */
export function dropConversation(id: string): void {
  forget(id);
  forgetNotes(id);
  forgetUnfinished(id);
  if (conversationId.value === id) begin();
}
