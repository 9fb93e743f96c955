import type { Citation } from '../api/events';
import { titleWords } from '../citations/quoted';
import { openMark } from '../state/view';
import { texts } from '../texts';

/** The passages behind an answer, each once. */
export function Sources({ citations }: { citations: Citation[] }) {
  const sources = citations.filter((one, index) => citations.findIndex((other) => other.number === one.number) === index);
  if (sources.length === 0) return null;
  return (
    // A group, not a landmark: each answer has one, and landmarks of one name cannot be told apart.
    <div class="sources" role="group" aria-label={texts.answer.sources}>
      <ul>
        {sources.map((source) => (
          <li key={source.number}>
            <button type="button" onClick={(event) => openMark(source.number, citations, event.currentTarget)}>
              <span class="source-number" aria-hidden="true">
                {source.number}
              </span>
              <span class="unseen">{texts.citation.heading(source.number)}: </span>
              <span class="source-title">{titleWords(source.title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
