import type { Citation } from '../api/events';
import { openMark } from '../state/view';
import { texts } from '../texts';
import { titleWords } from './quoted';

/** The mark of a citation, `[1]`: opens its source once it is known which one that is. */
export function CitationMark({ number, citations }: { number: number; citations: Citation[] }) {
  const citation = citations.find((one) => one.number === number);
  if (!citation) {
    return (
      <span class="citation pending" title={texts.answer.pending(number)}>
        {number}
      </span>
    );
  }
  const title = titleWords(citation.title);
  const label = texts.answer.open(number, title);
  return (
    <button class="citation" type="button" aria-label={label} title={title} onClick={(event) => openMark(number, citations, event.currentTarget)}>
      {number}
    </button>
  );
}
