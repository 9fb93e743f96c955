import { plainLine } from '../markdown/plain';
import { texts } from '../texts';
import { AskButtons } from './AskButtons';

/** What to ask after the last answer. */
export function NextQuestions({ questions }: { questions: string[] }) {
  return (
    <div class="next-questions" role="group" aria-label={texts.answer.next}>
      <span>{texts.answer.next}</span>
      <AskButtons questions={questions.map(plainLine)} look="next-question" />
    </div>
  );
}
