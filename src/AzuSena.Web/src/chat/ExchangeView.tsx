import { memo } from 'preact/compat';
import type { Exchange } from '../conversation/shown-conversation';
import { texts } from '../texts';
import { AnswerView } from './AnswerView';

/** A question and its answer. */
export const ExchangeView = memo(({ exchange, isLast }: { exchange: Exchange; isLast: boolean }) => {
  const { question, spoken, answer } = exchange;
  const words = answer.heard ?? question;
  return (
    <article class="exchange">
      <div class="question">
        <h2 class="unseen">{texts.thread.you}</h2>
        <p class={spoken && !answer.heard ? 'question-words hearing' : 'question-words'}>{words || '…'}</p>
      </div>
      <AnswerView exchange={exchange} isLast={isLast} />
    </article>
  );
});
