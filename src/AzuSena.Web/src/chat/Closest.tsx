import type { AnswerState } from '../answer/answer-state';
import { titleWords } from '../citations/quoted';
import { texts } from '../texts';

/** Where the documents come closest to a question that they do not answer, unless the text has said so. */
export function Closest({ answer: { abstained, closest = [], text } }: { answer: AnswerState }) {
  const unsaid = abstained ? closest.filter((title) => !text.includes(title)) : [];
  if (unsaid.length === 0) return null;
  return (
    <div class="notice">
      <p>{texts.answer.closest}</p>
      <ul>
        {unsaid.map((title) => (
          <li key={title}>{titleWords(title)}</li>
        ))}
      </ul>
    </div>
  );
}
