import { effect, signal } from '@preact/signals';
import { speak } from '../api/rest';
import { isOver } from '../answer/answer-state';
import { exchanges } from '../conversation/shown-conversation';
import { plainWords } from '../markdown/plain';
import { lasting } from '../state/storage';

const place = 'azusena.aloud';

/** Whether each new answer is read aloud. */
export const readAloud = signal(lasting.read(place) === 'yes');
/** The key of the exchange that is being read. */
export const speaking = signal<string | null>(null);
/** The key of the exchange that could not be read: no Spanish voice anywhere. */
export const speechFailed = signal<string | null>(null);

let abort = new AbortController();
let audio: AudioContext | undefined;

export function toggleAloud(): void {
  readAloud.value = !readAloud.value;
  lasting.write(place, readAloud.value ? 'yes' : 'no');
  if (!readAloud.value) silence();
}

/** Reads an answer with the browser's own Spanish voice, or with the service's where the browser has none. */
export async function readOut(key: string, markdown: string): Promise<void> {
  silence();
  speechFailed.value = null;
  speaking.value = key;
  const { signal } = abort;
  const words = plainWords(markdown);
  try {
    const voice = spanishVoice();
    await (voice ? withBrowser(words, voice, signal) : withService(words, signal));
  } catch {
    if (!signal.aborted) speechFailed.value = key;
  } finally {
    if (!signal.aborted) speaking.value = null;
  }
}

export function silence(): void {
  abort.abort();
  abort = new AbortController();
  speaking.value = null;
}

function spanishVoice(): SpeechSynthesisVoice | undefined {
  const voices = typeof speechSynthesis === 'undefined' ? [] : speechSynthesis.getVoices().filter((voice) => /^es([-_]|$)/i.test(voice.lang));
  return voices.find((voice) => /^es[-_]CO/i.test(voice.lang)) ?? voices.find((voice) => /^es[-_](MX|US|419)/i.test(voice.lang)) ?? voices[0];
}

function withBrowser(words: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(words), { voice, lang: voice.lang });
    utterance.onend = () => resolve();
    utterance.onerror = () => reject(new Error('The voice failed.'));
    signal.addEventListener('abort', () => speechSynthesis.cancel());
    speechSynthesis.speak(utterance);
  });
}

async function withService(words: string, signal: AbortSignal): Promise<void> {
  const wave = await speak(words, signal);
  audio ??= new AudioContext();
  await audio.resume();
  const source = audio.createBufferSource();
  source.buffer = await audio.decodeAudioData(wave);
  if (signal.aborted) return;
  source.connect(audio.destination);
  await new Promise<void>((resolve) => {
    source.onended = () => resolve();
    signal.addEventListener('abort', () => source.stop());
    source.start();
  });
}

// An answer is read aloud when it becomes whole before one's eyes, not when it is shown again.
let awaited: string | undefined;
effect(() => {
  const last = exchanges.value[exchanges.value.length - 1];
  if (!last) awaited = undefined;
  else if (!isOver(last.answer)) awaited = last.key;
  else if (awaited === last.key) {
    awaited = undefined;
    if (readAloud.peek() && last.answer.status === 'done') void readOut(last.key, last.answer.text);
  }
});
