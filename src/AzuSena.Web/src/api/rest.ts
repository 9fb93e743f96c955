import { language } from '../texts';
import { accessKey, keyRefused } from './access-key';
import type { Citation, Completeness } from './events';

/** A refusal or a lost connection: `message` is for people, `code` for the program (`unreachable` where nobody answered). */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** After how many seconds it may be tried again, where the service says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export interface Turn {
  question_id: string;
  question: string;
  standalone_question: string;
  answer: string;
  mode: string;
  abstained: boolean;
  citations: Citation[];
  completeness: Completeness;
  lead?: string;
  more?: Citation[];
}

export interface Conversation {
  conversation_id: string;
  title?: string;
  turns: Turn[];
}

export interface Passage {
  id: string;
  text: string;
  heading_path: string[];
  locator?: { text?: string };
  document: { title: string; source?: string; as_of?: string; validity?: string };
}

export interface Readiness {
  status: string;
  mode: string;
  voice?: { state: string; problem?: string };
}

const limit = 20_000;
const root = '/azusena_api';
const conversations = `${root}/conversations`;

export const createConversation = () => json<Conversation>('POST', conversations);
export const readConversation = (id: string) => json<Conversation>('GET', `${conversations}/${encodeURIComponent(id)}`);
export const renameConversation = (id: string, title: string) => json<Conversation>('PATCH', `${conversations}/${encodeURIComponent(id)}`, { title });
export const deleteConversation = (id: string) => call('DELETE', `${conversations}/${encodeURIComponent(id)}`);
export const exportConversation = (id: string) => call('GET', `${conversations}/${encodeURIComponent(id)}/export`);
export const readPassage = (id: string) => json<Passage>('GET', `${root}/passages/${encodeURIComponent(id)}`);
export const readSuggestions = async () => (await json<{ suggestions: string[] }>('GET', `${root}/suggestions`)).suggestions;
export const sendFeedback = (question: string, rating: 'up' | 'down', comment: string) =>
  call('POST', `${root}/questions/${encodeURIComponent(question)}/feedback`, comment ? { rating, comment } : { rating });
export const speak = async (text: string, signal: AbortSignal) => (await call('POST', `${root}/speech`, { text }, signal)).arrayBuffer();

/** How the service stands; it says so with 503 too while it cannot answer. */
export async function readReadiness(): Promise<Readiness> {
  return (await send('GET', '/health/ready')).json() as Promise<Readiness>;
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await call(method, path, body)).json() as Promise<T>;
}

async function call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await send(method, path, body, signal);
  if (!response.ok) throw await problem(response);
  return response;
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limit);
  signal?.addEventListener('abort', () => abort.abort());
  try {
    return await fetch(path, {
      method,
      headers: { 'Accept-Language': language, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(accessKey.value ? { 'X-Api-Key': accessKey.value } : {}) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: abort.signal,
    });
  } catch {
    throw new ApiError('unreachable', '');
  } finally {
    clearTimeout(timer);
  }
}

async function problem(response: Response): Promise<ApiError> {
  if (response.status === 401) keyRefused();
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  try {
    const details = (await response.json()) as { code?: string; detail?: string; title?: string };
    return new ApiError(details.code ?? `http_${response.status}`, details.detail ?? details.title ?? '', retryAfter);
  } catch {
    return new ApiError(`http_${response.status}`, '', retryAfter);
  }
}
