import { AzuSenaError } from './errors.js';
import { readEvents } from './sse.js';
import type { Answer, AnswerEvent, ConversationView, Passage, QueryRequest, SuggestionsReport } from './types.js';

/** How a client reaches the service. */
export interface AzuSenaOptions {
  /** The service's address, such as `http://127.0.0.1:8000`. */
  baseUrl: string;
  /** A key of API_KEYS, if the service has any. */
  apiKey?: string;
  /** The language of error messages: `es` (the default) or `en`. */
  language?: string;
  /** Another `fetch`. */
  fetch?: typeof fetch;
}

/** How often a cut connection is taken up again before the failure is passed on. */
const ATTEMPTS = 5;

/** Asks AzuSENA. */
export class AzuSena {
  constructor(private readonly options: AzuSenaOptions) {}

  /**
   * The steps of an answer, as they arrive; the last is `answer_completed`. Leaving the loop, or aborting the signal, ends the work of the service. With
   * `resumable` a cut connection is taken up again after the last step that arrived.
   * @throws {AzuSenaError} The question was refused, or the answer failed.
   */
  async *ask(question: string | QueryRequest, signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    const query = typeof question === 'string' ? { query: question } : question;
    let open = () => this.send('POST', '/query/stream', query, signal);
    let id: string | undefined;
    let last = 0;
    let attempts = 0;
    for (;;) {
      try {
        for await (const event of this.events(await open())) {
          attempts = 0;
          if (event.type === 'answer_started') id = event.question_id;
          if ('sequence' in event && event.sequence) last = event.sequence;
          if (event.type === 'answer_failed') throw new AzuSenaError(event.code, event.message, undefined, undefined, event.retry_after_seconds);
          yield event;
          if (event.type === 'answer_completed') return;
        }
      } catch (error) {
        if (error instanceof AzuSenaError || signal?.aborted || !query.resumable || id === undefined || ++attempts > ATTEMPTS) throw error;
      }
      if (!query.resumable || id === undefined) throw new AzuSenaError('internal', 'La respuesta quedó incompleta.');
      open = () => this.send('GET', `/questions/${id}/events?after=${last}`, undefined, signal);
    }
  }

  /** The whole answer. */
  async answer(question: string | QueryRequest, signal?: AbortSignal): Promise<Answer> {
    return this.json('POST', '/query/text', typeof question === 'string' ? { query: question } : question, signal);
  }

  /** A passage that an answer cites. */
  async passage(id: string): Promise<Passage> {
    return this.json('GET', `/passages/${encodeURIComponent(id)}`);
  }

  /** Questions to begin with. */
  async suggestions(): Promise<string[]> {
    return (await this.json<SuggestionsReport>('GET', '/suggestions')).suggestions;
  }

  /** Begins a conversation; its id goes into the questions that belong to it. */
  async begin(): Promise<ConversationView> {
    return this.json('POST', '/conversations');
  }

  /** A conversation with its turns. */
  async conversation(id: string): Promise<ConversationView> {
    return this.json('GET', `/conversations/${encodeURIComponent(id)}`);
  }

  /** Deletes a conversation for good. */
  async forget(id: string): Promise<void> {
    await this.send('DELETE', `/conversations/${encodeURIComponent(id)}`);
  }

  /** Stops an answer in progress. */
  async stop(questionId: string): Promise<void> {
    await this.send('DELETE', `/questions/${encodeURIComponent(questionId)}`);
  }

  /** Rates an answer. */
  async rate(questionId: string, rating: 'up' | 'down', comment?: string): Promise<void> {
    await this.send('POST', `/questions/${encodeURIComponent(questionId)}/feedback`, { rating, comment });
  }

  private async *events(response: Response): AsyncGenerator<AnswerEvent> {
    if (response.body === null) return;
    for await (const data of readEvents(response.body)) yield JSON.parse(data) as AnswerEvent;
  }

  private async json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    return (await (await this.send(method, path, body, signal)).json()) as T;
  }

  private async send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const { baseUrl, apiKey, language, fetch: other } = this.options;
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (apiKey) headers['x-api-key'] = apiKey;
    if (language) headers['accept-language'] = language;
    const response = await (other ?? fetch)(new URL(`/azusena_api${path}`, baseUrl), {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal,
    });
    if (!response.ok) throw await AzuSenaError.of(response);
    return response;
  }
}
