import type { AnswerState } from '../answer/answer-state';
import { failureText, texts, toolWords } from '../texts';

/** What a reader should know before the text: how the question was read, how sure the answer is, how it was made. */
export function Notices({ answer }: { answer: AnswerState }) {
  const words = texts.answer;
  return (
    <>
      {answer.rewritten ? <p class="aside">{words.rewritten(answer.rewritten)}</p> : null}
      {answer.corrections.map(({ from, to }) => (
        <p class="aside">{words.corrected(from, to)}</p>
      ))}
      {answer.tools.length > 0 ? (
        <ul class="tools">
          {answer.tools.map((tool) => (
            <li class={`tool tool-${tool.state}`}>{texts.tools[tool.state](toolWords(tool.name))}</li>
          ))}
        </ul>
      ) : null}
      {answer.thoughts ? (
        <details class="thoughts">
          <summary>{words.thoughts}</summary>
          <p>{answer.thoughts}</p>
        </details>
      ) : null}
      {answer.abstained ? (
        <div class="notice notice-abstained">
          <p>
            <strong>{words.abstained}</strong>
          </p>
          {answer.closest?.length ? (
            <>
              <p>{words.closest}</p>
              <ul>
                {answer.closest.map((title) => (
                  <li>{title}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      ) : answer.lowConfidence ? (
        <p class="notice notice-uncertain">{words.uncertain}</p>
      ) : null}
      {answer.modeChanged ? <p class="aside">{words.modeChanged}</p> : answer.mode === 'extractive' && !answer.abstained && answer.citations.length > 0 ? <p class="aside">{words.extractive}</p> : null}
    </>
  );
}

/** For screen readers: what of it changes how the text is to be taken. */
export function noticeWords(answer: AnswerState): string {
  if (answer.failure && answer.status === 'failed') return failureText(answer.failure.code, answer.failure.message, answer.failure.retryAfter);
  if (answer.status === 'stopped') return texts.announce.stopped;
  if (answer.lowConfidence && !answer.abstained) return texts.answer.uncertain;
  return '';
}
