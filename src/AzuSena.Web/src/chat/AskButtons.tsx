import { askQuestion } from '../conversation/asking';
import { focusComposer } from '../state/view';

/** Questions to ask with a click; the documents list them in Spanish. */
export function AskButtons({ questions, look }: { questions: string[]; look?: string }) {
  return (
    <ul lang="es">
      {questions.map((question) => (
        <li key={question}>
          <button
            class={look}
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
  );
}
