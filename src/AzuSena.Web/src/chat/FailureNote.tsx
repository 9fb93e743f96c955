import { isUnfinished } from '../answer/answer-state';
import { askAgain } from '../conversation/asking';
import { begin, type Exchange } from '../conversation/shown-conversation';
import { focusComposer } from '../state/view';
import { failureText, texts } from '../texts';
import { Icon } from '../app/Icon';

/** Why there is no whole answer, and what to do. */
export function FailureNote({ exchange, isLast }: { exchange: Exchange; isLast: boolean }) {
  const { status, failure } = exchange.answer;
  if (!failure || (status !== 'failed' && status !== 'stopped')) return null;
  const again = () => {
    if (failure.code === 'conversation_not_found') begin();
    else askAgain(exchange.key);
    focusComposer();
  };
  return (
    <div class={status === 'failed' ? 'problem' : 'stopped'}>
      <p>
        {isUnfinished(exchange.answer) ? <strong>{texts.answer.unfinished} </strong> : null}
        {status === 'stopped' ? texts.answer.stopped : failureText(failure)}
      </p>
      {isLast && failure.code !== 'question_invalid' ? (
        <button class="text-button" type="button" onClick={again}>
          <Icon name="again" />
          {failure.code === 'conversation_not_found' ? texts.answer.newOne : texts.answer.again}
        </button>
      ) : null}
    </div>
  );
}
