import type { Citation } from '../api/events';
import { lasting, readJson } from '../state/storage';

/** A question whose answer was stopped or failed. The service keeps whole turns alone; the page shows these again where they stood. */
export interface Unfinished {
  key: string;
  conversation: string;
  /** The question id of the turn before it; null where it was the first. */
  after: string | null;
  question: string;
  questionId?: string;
  text: string;
  status: 'stopped' | 'failed';
  code: string;
  message?: string;
  citations: Citation[];
}

const place = 'azusena.unfinished';
const most = 50;

export const unfinishedOf = (conversation: string): Unfinished[] => entries().filter((one) => one.conversation === conversation);

export function keepUnfinished(one: Unfinished): void {
  write([...entries().filter(({ key }) => key !== one.key), one]);
}

export function dropUnfinished(key: string): void {
  write(entries().filter((one) => one.key !== key));
}

export function forgetUnfinished(conversation: string): void {
  write(entries().filter((one) => one.conversation !== conversation));
}

function entries(): Unfinished[] {
  return readJson(lasting, place, isList) ?? [];
}

function write(list: Unfinished[]): void {
  lasting.write(place, JSON.stringify(list.slice(-most)));
}

function isList(value: unknown): value is Unfinished[] {
  return Array.isArray(value) && value.every((one: Partial<Unfinished> | null) => typeof one?.key === 'string' && typeof one.question === 'string' && typeof one.text === 'string' && Array.isArray(one.citations));
}
