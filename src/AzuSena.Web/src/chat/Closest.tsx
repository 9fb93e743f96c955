import type { ClosestPassage } from '../api/events';
import { PassageButton } from '../citations/PassageButton';
import { texts } from '../texts';

/** Where the documents come closest to a question that they do not answer, unless the text has said so. */
export function Closest({ closest, text }: { closest: ClosestPassage[]; text: string }) {
  const unsaid = closest.filter(({ title }) => !text.includes(title));
  if (unsaid.length === 0) return null;
  return (
    <div class="sources" role="group" aria-label={texts.answer.closest}>
      <p>{texts.answer.closest}</p>
      <ul>
        {unsaid.map(({ title, passage_id }) => (
          <li key={passage_id}>
            <PassageButton citation={{ number: 0, title, passage_id }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
