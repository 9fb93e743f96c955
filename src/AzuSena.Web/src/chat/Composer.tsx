import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../app/Icon';
import { askQuestion, stopAnswer } from '../conversation/asking';
import { running } from '../conversation/shown-conversation';
import { recording } from '../voice/voice-state';
import { focusComposer } from '../state/view';
import { texts } from '../texts';
import { charactersOf } from './characters';
import { VoiceBar } from '../voice/VoiceBar';
import { VoiceButton } from '../voice/VoiceButton';

// The service's limit, in characters as people count them.
const longest = 4_000;
const warnBelow = 400;

/** Where a question is written, or spoken. */
export function Composer() {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const isRunning = running.value !== undefined;
  const left = longest - charactersOf(text.trim(), longest - warnBelow);

  useEffect(focusOnWideScreens, []);
  useEffect(() => grow(field.current), [text]);

  const send = () => {
    const question = text.trim();
    if (!question || left < 0 || isRunning) return;
    void askQuestion(question);
    setText('');
  };

  return (
    <form
      class="composer"
      aria-label={texts.composer.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {recording.value ? (
        <VoiceBar />
      ) : (
        <>
          <div class="composer-box">
            <label class="unseen" for="question">
              {texts.composer.label}
            </label>
            <textarea
              id="question"
              ref={field}
              rows={1}
              value={text}
              placeholder={texts.composer.placeholder}
              title={texts.composer.hint}
              aria-describedby={left < warnBelow ? 'question-left' : undefined}
              aria-invalid={left < 0}
              enterkeyhint="send"
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
                event.preventDefault();
                send();
              }}
            />
            <VoiceButton />
            {isRunning ? (
              <button
                class="round-button stop"
                type="button"
                aria-label={texts.composer.stop}
                title={texts.composer.stop}
                onClick={() => {
                  void stopAnswer();
                  focusComposer();
                }}
              >
                <Icon name="stop" />
              </button>
            ) : (
              <button class="round-button" type="submit" aria-label={texts.composer.send} title={texts.composer.send} disabled={!text.trim() || left < 0}>
                <Icon name="send" />
              </button>
            )}
          </div>
          {left < warnBelow ? (
            <p id="question-left" class={left < 0 ? 'left over' : 'left'}>
              {texts.composer.left(left)}
            </p>
          ) : null}
        </>
      )}
    </form>
  );
}

// On a phone the keyboard would cover the page before it was read.
function focusOnWideScreens() {
  if (matchMedia('(pointer: fine)').matches && document.activeElement === document.body) focusComposer();
}

function grow(field: HTMLTextAreaElement | null) {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
