import { type AnswerState, isUnfinished } from '../answer/answer-state';
import { isTool } from '../api/events';
import { plainLine, plainWords } from '../markdown/plain';
import { failureText, texts, toolLine } from '../texts';

/** What a reader should know before the text: how the question was read, how sure the answer is, how it was made. */
export function Notices({ answer }: { answer: AnswerState }) {
  const words = texts.answer;
  return (
    <>
      {answer.rewritten ? <p class="aside">{words.rewritten(plainLine(answer.rewritten))}</p> : null}
      {answer.corrections.map(({ from, to }) => (
        <p class="aside">{words.corrected(from, to)}</p>
      ))}
      {answer.tools.length > 0 ? (
        <ul class="tools">
          {answer.tools.map((tool) => (
            <li class={`tool tool-${tool.state}`}>{toolLine(tool)}</li>
          ))}
        </ul>
      ) : null}
      {answer.thoughts ? (
        <details class="thoughts">
          <summary>{words.thoughts}</summary>
          <p>{plainWords(answer.thoughts)}</p>
        </details>
      ) : null}
      {answer.lowConfidence && !answer.abstained ? <p class="notice notice-uncertain">{words.uncertain}</p> : null}
      {answer.isPartial ? <p class="aside">{words.partial}</p> : null}
      {answer.modeChanged ? <p class="aside">{words.modeChanged}</p> : answer.mode === 'extractive' && !answer.abstained && answer.citations.some((citation) => !isTool(citation)) ? <p class="aside">{words.extractive}</p> : null}
    </>
  );
}

/** For screen readers: what of it changes how the text is to be taken. */
export function noticeWords(answer: AnswerState): string {
  if (answer.failure && answer.status === 'failed') return `${isUnfinished(answer) ? `${texts.answer.unfinished} ` : ''}${failureText(answer.failure)}`;
  if (answer.status === 'stopped') return texts.announce.stopped;
  return [answer.lowConfidence && !answer.abstained ? texts.answer.uncertain : '', answer.isPartial ? texts.answer.partial : '', answer.notKept ?? ''].filter(Boolean).join(' ');
}
