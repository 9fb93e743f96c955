import { useRef } from 'preact/hooks';
import { exchanges, reading, trouble } from '../conversation/shown-conversation';
import { failureText, texts } from '../texts';
import { Icon } from '../app/Icon';
import { ExchangeView } from './ExchangeView';
import { useBottom } from './use-bottom';
import { Welcome } from './Welcome';

/** The conversation: its questions and answers, oldest first. */
export function Thread() {
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atBottom, toBottom } = useBottom(box, content, exchanges.value.length);
  const isEmpty = exchanges.value.length === 0;
  return (
    <main id="main" class="thread" ref={box} tabIndex={0} aria-label={texts.thread.label}>
      <div ref={content} class="thread-content">
        {trouble.value ? (
          <p class="problem" role="alert">
            {failureText({ code: trouble.value, message: '' })}
          </p>
        ) : null}
        {reading.value ? <p class="opening">{texts.thread.opening}</p> : null}
        {isEmpty && !reading.value ? <Welcome /> : <h1 class="unseen">{texts.thread.heading}</h1>}
        {exchanges.value.map((exchange, index) => (
          <ExchangeView key={exchange.key} exchange={exchange} isLast={index === exchanges.value.length - 1} />
        ))}
      </div>
      {atBottom ? null : (
        <button class="icon-button to-bottom" type="button" aria-label={texts.thread.bottom} title={texts.thread.bottom} onClick={toBottom}>
          <Icon name="bottom" />
        </button>
      )}
    </main>
  );
}
