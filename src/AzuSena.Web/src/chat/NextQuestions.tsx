import { askQuestion } from '../conversation/asking';
import { plainLine } from '../markdown/plain';
import { focusComposer } from '../state/view';
import { texts } from '../texts';

/** What to ask after the last answer. */
export function NextQuestions({ questions }: { questions: string[] }) {
  return (
    <div class="next-questions" role="group" aria-label={texts.answer.next}>
      <span>{texts.answer.next}</span>
      <ul>
        {questions.map(plainLine).map((question) => (
          <li key={question}>
            <button
              class="next-question"
              type="button"
              onClick={() => {
                void askQuestion(question);
                focusComposer();
              }}
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
