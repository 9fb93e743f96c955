import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../app/announcer';
import { Icon } from '../app/Icon';
import { useBack } from '../app/use-back';
import { texts } from '../texts';
import { cancelSpeaking, finishSpeaking } from './spoken-question';
import { recording } from './voice-state';

const bars = [0.5, 0.8, 1, 0.8, 0.5];

/** While one speaks: how loud it is, and the ways to end it. */
export function VoiceBar() {
  const finish = useRef<HTMLButtonElement>(null);
  const words = texts.voice;
  const { phase, isHeld, level, seconds } = recording.value!;
  const hint = phase === 'asking' ? words.asking : isHeld ? words.holding : words.listening;
  useEffect(() => {
    finish.current?.focus();
    return () => void requestAnimationFrame(() => document.getElementById('speak')?.focus());
  }, []);
  useEffect(() => announce(hint), [hint]);
  useBack(true, cancelSpeaking);
  return (
    <div class="composer-box voice-bar" role="group" aria-label={words.start} onKeyDown={(event) => event.key === 'Escape' && cancelSpeaking()}>
      <div class="meter" role="meter" aria-label={words.level} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 100)}>
        {bars.map((height, index) => (
          <i key={index} style={{ '--height': (0.15 + height * level * 0.85).toFixed(2) }} />
        ))}
      </div>
      <p class="voice-hint">
        {hint}
        {phase === 'listening' ? <span class="voice-time"> {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</span> : null}
      </p>
      <button class="text-button" type="button" onClick={cancelSpeaking}>
        {words.cancel}
      </button>
      <button class="round-button" type="button" ref={finish} aria-label={words.send} title={words.send} onClick={() => void finishSpeaking()}>
        <Icon name="send" />
      </button>
    </div>
  );
}
