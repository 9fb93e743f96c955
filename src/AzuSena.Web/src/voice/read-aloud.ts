import { effect, signal } from '@preact/signals';
import { ApiError, speak } from '../api/rest';
import { type AnswerState, isOver } from '../answer/answer-state';
import { exchanges } from '../conversation/shown-conversation';
import { plainWords } from '../markdown/plain';
import { tell } from '../state/page-notice';
import { lasting } from '../state/storage';
import { failureText, texts } from '../texts';
import { spokenParts } from './spoken-parts';

const place = 'azusena.aloud';

/** Whether each new answer is read aloud. */
export const readAloud = signal(lasting.read(place) === 'yes');
/** The key of the exchange that is being read. */
export const speaking = signal<string | null>(null);
/** The key of the exchange whose lead was read, so that the rest comes next. */
export const restOffered = signal<string | null>(null);
/** Why an exchange could not be read. */
export const speechProblem = signal<{ key: string; words: string } | null>(null);

let abort = new AbortController();
let audio: AudioContext | undefined;

export async function toggleAloud(): Promise<void> {
  setAloud(!readAloud.value);
  silence();
  if (!readAloud.value) return;
  // Said at once: whether there is a voice is known now, and not when an answer stays silent.
  const problem = await sound(texts.voice.aloud, abort.signal);
  if (!problem) return;
  setAloud(false);
  tell(problem);
}

/** Reads an answer with the browser's own Spanish voice, or with the service's where the browser has none: its lead first, and the rest when asked again. */
export async function readOut(key: string, answer: AnswerState): Promise<void> {
  const isAgain = restOffered.value === key;
  silence();
  speechProblem.value = null;
  restOffered.value = null;
  speaking.value = key;
  const { signal } = abort;
  const { lead, rest } = spokenParts(answer);
  const words = await sound(plainWords(isAgain ? rest : rest ? `${lead}\n\n${texts.voice.offer}` : lead), signal);
  if (signal.aborted) return;
  speaking.value = null;
  if (!words && !isAgain && rest) restOffered.value = key;
  speechProblem.value = words ? { key, words } : null;
}

export function silence(): void {
  abort.abort();
  abort = new AbortController();
  speaking.value = null;
}

function setAloud(isOn: boolean): void {
  readAloud.value = isOn;
  lasting.write(place, isOn ? 'yes' : 'no');
}

/** Sounds a text; what kept it silent comes as words for a person. */
async function sound(words: string, signal: AbortSignal): Promise<string | null> {
  try {
    const voice = spanishVoice();
    await (voice ? withBrowser(words, voice, signal) : withService(words, signal));
    return null;
  } catch (error) {
    return signal.aborted ? null : problemWords(error);
  }
}

function problemWords(error: unknown): string {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return texts.voice.blocked;
  if (!(error instanceof ApiError)) return texts.voice.unheard;
  return error.code === 'speech_unavailable' ? texts.voice.mute : failureText({ code: error.code, message: error.message || (error.code === 'unreachable' ? '' : texts.voice.unheard), retryAfter: error.retryAfter });
}

function spanishVoice(): SpeechSynthesisVoice | undefined {
  const voices = typeof speechSynthesis === 'undefined' ? [] : speechSynthesis.getVoices().filter((voice) => /^es([-_]|$)/i.test(voice.lang));
  return voices.find((voice) => /^es[-_]CO/i.test(voice.lang)) ?? voices.find((voice) => /^es[-_](MX|US|419)/i.test(voice.lang)) ?? voices[0];
}

function withBrowser(words: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(words), { voice, lang: voice.lang });
    utterance.onend = () => resolve();
    utterance.onerror = ({ error }) => reject(error === 'not-allowed' ? blocked() : new Error(error));
    signal.addEventListener('abort', () => speechSynthesis.cancel());
    speechSynthesis.speak(utterance);
  });
}

async function withService(words: string, signal: AbortSignal): Promise<void> {
  const wave = await speak(words, signal);
  audio ??= new AudioContext();
  // Without a touch of the page this would wait for one, in silence.
  if (audio.state === 'suspended' && navigator.userActivation && !navigator.userActivation.hasBeenActive) throw blocked();
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

const blocked = () => new DOMException('', 'NotAllowedError');

// An answer is read aloud when it becomes whole before one's eyes, not when it is shown again.
let awaited: string | undefined;
effect(() => {
  const last = exchanges.value[exchanges.value.length - 1];
  if (!last) awaited = undefined;
  else if (!isOver(last.answer)) awaited = last.key;
  else if (awaited === last.key) {
    awaited = undefined;
    if (readAloud.peek() && last.answer.status === 'done') void readOut(last.key, last.answer);
  }
});
