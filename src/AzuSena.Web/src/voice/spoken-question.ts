import { askByVoice } from '../api/connection';
import { exchange } from '../conversation/asking';
import { running } from '../conversation/shown-conversation';
import { AudioStream } from './audio-stream';
import { type Microphone, openMicrophone, problemOf } from './microphone';
import { silence } from './read-aloud';
import { microphoneProblem, type Recording, recording } from './voice-state';

// The service has its own limit; a minute is longer than anybody asks.
const longestSeconds = 60;

let open: { microphone: Microphone; audio: AudioStream } | undefined;
let cancelled = new AbortController();
let timer: ReturnType<typeof setInterval> | undefined;

/** Opens the microphone and asks. What it hears is sent as it comes, so that it is understood while one still speaks. */
export async function startSpeaking(isHeld: boolean): Promise<void> {
  if (recording.value || running.value) return;
  silence();
  microphoneProblem.value = null;
  recording.value = { phase: 'asking', isHeld, level: 0, seconds: 0 };
  cancelled = new AbortController();
  const { signal } = cancelled;
  const audio = new AudioStream();
  try {
    const microphone = await openMicrophone(
      (bytes) => audio.push(bytes),
      (level) => update({ level }),
    );
    if (signal.aborted) return microphone.close();
    open = { microphone, audio };
  } catch (error) {
    if (!signal.aborted) recording.value = null;
    microphoneProblem.value = signal.aborted ? null : problemOf(error);
    return;
  }
  update({ phase: 'listening' });
  timer = setInterval(tick, 1_000);
  const { format } = open.microphone;
  await exchange({ question: '', spoken: true, signal }, (id, onEvent, ended) =>
    askByVoice(
      audio,
      { format, conversation_id: id, resumable: true },
      (event) => {
        // The service hears when a speaker is done.
        if (event.type === 'transcription_completed') closeOf(audio);
        onEvent(event);
      },
      ended,
    ),
  );
  // It may have ended before the speaker did: nothing could be understood, or the line was lost.
  closeOf(audio);
}

/** Ends the recording: what was heard is the question. */
export async function finishSpeaking(): Promise<void> {
  const ended = open;
  if (!ended) return cancelSpeaking();
  open = undefined;
  rest();
  await ended.microphone.finish();
  ended.audio.complete();
}

/** Ends the recording and forgets what was heard. */
export function cancelSpeaking(): void {
  cancelled.abort();
  close();
}

function closeOf(audio: AudioStream): void {
  if (open?.audio === audio) close();
}

function close(): void {
  open?.microphone.close();
  open?.audio.complete();
  open = undefined;
  rest();
}

function rest(): void {
  clearInterval(timer);
  recording.value = null;
}

function tick(): void {
  update({ seconds: (recording.value?.seconds ?? 0) + 1 });
  if ((recording.value?.seconds ?? 0) >= longestSeconds) void finishSpeaking();
}

function update(change: Partial<Recording>): void {
  if (recording.value) recording.value = { ...recording.value, ...change };
}
