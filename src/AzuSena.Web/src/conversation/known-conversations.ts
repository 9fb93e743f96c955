import { signal } from '@preact/signals';
import { lasting, readJson } from '../state/storage';

/** A conversation that this browser began. Its id is a secret that only this browser keeps; what was said stays with the service. */
export interface KnownConversation {
  id: string;
  title: string;
  /** When it was last used, in milliseconds since 1970. */
  used: number;
}

const place = 'azusena.conversations';
const most = 200;

export const known = signal<KnownConversation[]>(readJson(lasting, place, isList) ?? []);

export function remember(id: string, title: string, now: number): void {
  keep([{ id, title, used: now }, ...known.value.filter((one) => one.id !== id)]);
}

export function retitle(id: string, title: string): void {
  keep(known.value.map((one) => (one.id === id ? { ...one, title } : one)));
}

export function forget(id: string): void {
  keep(known.value.filter((one) => one.id !== id));
}

/** Another tab has changed the list. */
export function reread(): void {
  known.value = readJson(lasting, place, isList) ?? [];
}

function keep(list: KnownConversation[]): void {
  known.value = list.slice(0, most);
  lasting.write(place, JSON.stringify(known.value));
}

function isList(value: unknown): value is KnownConversation[] {
  return Array.isArray(value) && value.every((one: Partial<KnownConversation> | null) => typeof one?.id === 'string' && typeof one.title === 'string' && typeof one.used === 'number');
}
