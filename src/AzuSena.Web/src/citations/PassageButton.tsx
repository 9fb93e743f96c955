import type { Citation } from '../api/events';
import { openPassage } from '../state/view';
import { placeWords } from './place';

/** A passage that no mark points to, named by where it stands: opens it. `among` has what else is quoted of it. */
export function PassageButton({ citation, among = [citation] }: { citation: Citation; among?: Citation[] }) {
  return (
    <button class="passage-button" type="button" onClick={(event) => openPassage(citation.passage_id, among, event.currentTarget)}>
      {placeWords(citation)}
    </button>
  );
}
