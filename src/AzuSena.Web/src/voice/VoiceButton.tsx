import { useRef, useState } from 'preact/hooks';
import { Icon } from '../app/Icon';
import { running } from '../conversation/shown-conversation';
import { readiness } from '../state/service';
import { texts } from '../texts';
import { canRecord } from './microphone';
import { finishSpeaking, startSpeaking } from './spoken-question';
import { microphoneProblem, recording } from './voice-state';

const holdMilliseconds = 400;

/** Tap to talk and tap again to ask, or hold while talking. Where that is not possible it says why. */
export function VoiceButton() {
  const [isAsked, setAsked] = useState(false);
  const pressed = useRef(0);
  const obstacle = obstacleWords();
  const label = obstacle ? `${texts.voice.start}. ${obstacle}` : texts.voice.start;

  const press = (isHeld: boolean) => {
    setAsked(true);
    if (!obstacleWords()) void startSpeaking(isHeld);
  };
  return (
    <>
      <button
        id="speak"
        class="round-button speak"
        type="button"
        aria-label={label}
        title={label}
        aria-disabled={obstacle !== null || running.value !== undefined}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          pressed.current = Date.now();
          // The button gives way to the recording's own, so the release is heard by the page.
          window.addEventListener('pointerup', () => released(pressed.current), { once: true });
          press(true);
        }}
        onBlur={() => setAsked(false)}
        onClick={(event) => {
          // With the keyboard or a screen reader: nothing is held.
          if (event.detail === 0) press(false);
        }}
      >
        <Icon name="mic" />
      </button>
      {obstacle && (isAsked || microphoneProblem.value) ? (
        <p class="voice-note" role="status">
          {obstacle}
        </p>
      ) : null}
    </>
  );
}

function released(pressedAt: number): void {
  if (!recording.value) return;
  if (Date.now() - pressedAt >= holdMilliseconds && recording.value.phase === 'listening') void finishSpeaking();
  else recording.value = { ...recording.value, isHeld: false };
}

function obstacleWords(): string | null {
  const words = texts.voice;
  if (!window.isSecureContext) return words.insecure;
  if (!canRecord()) return words.unsupported;
  const state = readiness.value?.voice?.state;
  if (readiness.value && (state === undefined || state === 'off' || state === 'unavailable')) return words.off;
  if (state === 'loading') return words.loading;
  return microphoneProblem.value && microphoneProblem.value !== 'failed' ? words[microphoneProblem.value] : null;
}
