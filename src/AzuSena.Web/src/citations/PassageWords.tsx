import type { Citation } from '../api/events';
import { openPassage } from '../state/view';
import { placeWords } from './place';

/** A passage named in the middle of a sentence: opens it. A button would be a box that the sentence flows around; this breaks as words do. */
export function PassageWords({ citation }: { citation: Citation }) {
  const open = (target: HTMLElement) => openPassage(citation.passage_id, [citation], target);
  return (
    <span
      class="passage-words"
      role="button"
      tabIndex={0}
      onClick={(event) => open(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open(event.currentTarget);
      }}
    >
      {placeWords(citation)}
    </span>
  );
}
