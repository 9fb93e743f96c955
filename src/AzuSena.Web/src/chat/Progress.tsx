import type { AnswerState } from '../answer/answer-state';
import { isOver } from '../answer/answer-state';
import { line } from '../api/connection';
import { online } from '../state/service';
import { texts } from '../texts';
import { voicePhase } from '../voice/voice-state';

/** What is waited for. */
export function Progress({ answer }: { answer: AnswerState }) {
  if (isOver(answer)) return null;
  const isLost = answer.questionId !== undefined && (line.value === 'lost' || !online.value);
  return (
    <p class={isLost ? 'progress progress-lost' : 'progress'}>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {isLost ? texts.progress.lost : wordsOf(answer)}
    </p>
  );
}

function wordsOf(answer: AnswerState): string {
  const words = texts.progress;
  if (voicePhase.value && !answer.questionId) return words.hearing;
  if (answer.queue !== undefined) return answer.queue <= 1 ? words.next : words.queue(answer.queue);
  if (answer.loading !== undefined) return words.loading;
  if (answer.status === 'writing') return words.writing;
  return answer.thoughts || answer.tools.length > 0 ? words.thinking : words.waiting;
}
