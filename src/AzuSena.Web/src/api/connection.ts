import { effect, signal } from '@preact/signals';
import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { accessKey, keyRefused } from './access-key';
import type { AudioStream } from '../voice/audio-stream';
import type { AnswerEvent } from './events';

export type Line = 'idle' | 'connected' | 'lost';

/** How the line to the service stands. `lost` is only said once there was one, or none could be made. */
export const line = signal<Line>('idle');

/** Which process serves: another one knows nothing of the answers of the one before. */
export const service = signal<string | null>(null);

export interface AskRequest {
  query: string;
  conversation_id: string;
  resumable: true;
}

export interface VoiceRequest {
  format: string;
  conversation_id: string;
  resumable: true;
}

/** Why a stream ended without its last event. */
export type StreamEnd = { kind: 'lost' } | { kind: 'refused'; code: string; message: string } | { kind: 'ended' };

const waits = [0, 500, 1_000, 2_000, 4_000, 8_000];
const silence = 15_000;

let hub: HubConnection | undefined;
let connecting: Promise<void> | undefined;
let trying = new AbortController();
let lastRefusal: { code: string; message: string } | undefined;

/** Streams the events of a call; each end comes as one `StreamEnd`, never as an exception. */
async function streamEvents(method: string, args: unknown[], onEvent: (event: AnswerEvent) => void, signal?: AbortSignal): Promise<StreamEnd> {
  let connection: HubConnection;
  try {
    connection = await connected();
  } catch {
    return { kind: 'lost' };
  }
  lastRefusal = undefined;
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ kind: 'ended' });
    const subscription = connection.stream<AnswerEvent>(method, ...args).subscribe({
      next: onEvent,
      complete: () => resolve({ kind: 'ended' }),
      // A lost connection says so only after it has ended its streams.
      error: () => setTimeout(() => resolve(connection.state === HubConnectionState.Connected ? refusal() : { kind: 'lost' })),
    });
    signal?.addEventListener('abort', () => {
      subscription.dispose();
      resolve({ kind: 'ended' });
    });
  });
}

export const ask = (request: AskRequest, onEvent: (event: AnswerEvent) => void, signal: AbortSignal) => streamEvents('Ask', [request], onEvent, signal);

export const resume = (question: string, after: number, onEvent: (event: AnswerEvent) => void) => streamEvents('Resume', [question, after], onEvent);

export const askByVoice = (audio: AudioStream, request: VoiceRequest, onEvent: (event: AnswerEvent) => void, signal: AbortSignal) =>
  streamEvents('AskByVoice', [audio, request], onEvent, signal);

const refusal = (): StreamEnd => ({ kind: 'refused', ...(lastRefusal ?? { code: 'internal', message: '' }) });

/** Stops an answer; false where the service does not know it any more or cannot be reached. */
export async function stop(question: string): Promise<boolean> {
  try {
    return await (await connected()).invoke<boolean>('Stop', question);
  } catch {
    return false;
  }
}

/** Done once there is a line to the service; tries once more at once where none is being tried. */
export async function connected(): Promise<HubConnection> {
  hub ??= build();
  if (hub.state === HubConnectionState.Disconnected) connecting ??= start(hub);
  if (connecting) await connecting;
  // Between two attempts of its own.
  if (hub.state !== HubConnectionState.Connected) throw new Error('There is no line to the service.');
  return hub;
}

/** Done once there is a line to the service, however long that takes. */
export async function reconnected(signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await connected();
      return;
    } catch {
      await pause(waits[Math.min(attempt + 1, waits.length - 1)]!, signal);
    }
  }
}

/** Keeps trying until there is a line, beginning at once: the network is back, or somebody is tired of waiting. */
export async function tryNow(): Promise<void> {
  trying.abort();
  trying = new AbortController();
  if (hub?.state === HubConnectionState.Reconnecting) await hub.stop();
  await reconnected(trying.signal);
}

async function start(connection: HubConnection): Promise<void> {
  try {
    await connection.start();
    line.value = 'connected';
  } catch (error) {
    line.value = 'lost';
    if (String(error).includes("'401'")) keyRefused();
    throw error;
  } finally {
    connecting = undefined;
  }
}

function build(): HubConnection {
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/chat', { accessTokenFactory: () => accessKey.value })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (context) => waits[Math.min(context.previousRetryCount, waits.length - 1)]! })
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = 2 * silence;
  connection.keepAliveIntervalInMilliseconds = silence;
  connection.onreconnecting(() => (line.value = 'lost'));
  connection.onreconnected(() => (line.value = 'connected'));
  connection.onclose(() => (line.value = 'lost'));
  connection.on('error', (refusal: { code: string; message: string }) => (lastRefusal = refusal));
  connection.on('connection_response', ({ instance }: { instance?: string }) => (service.value = instance ?? null));
  connection.on('response', () => undefined);
  return connection;
}

/** A pause that ends early when there is a line again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let unsubscribe = () => {};
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    unsubscribe = line.subscribe((state) => state === 'connected' && end());
    signal.addEventListener('abort', end);
  });
}

// Another key is another caller: the line is made anew when it is next needed.
effect(() => {
  if (accessKey.value && hub) {
    const old = hub;
    hub = undefined;
    void old.stop();
  }
});
