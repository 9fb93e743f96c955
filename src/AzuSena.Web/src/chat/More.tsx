import { useId, useState } from 'preact/hooks';
import type { Citation } from '../api/events';
import { Icon } from '../app/Icon';
import { PassageButton } from '../citations/PassageButton';
import { plainWords } from '../markdown/plain';
import { texts } from '../texts';

const mostPlaces = 3;

/** What else was found: where it stands, and behind a button what it says. */
export function More({ more }: { more: Citation[] }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const words = texts.more;
  const places = more.filter((one, index) => more.findIndex((other) => other.passage_id === one.passage_id) === index).slice(0, mostPlaces);
  return (
    <div class="more" role="group" aria-label={words.label}>
      <button class="text-button" type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.less : words.open}
        <Icon name={isOpen ? 'fold' : 'unfold'} />
      </button>
      <ul id={id} class="more-quotes" hidden={!isOpen}>
        {more.map((quote) => (
          <li>
            <blockquote>{quoteWords(plainWords(quote.quote ?? ''))}</blockquote>
            <PassageButton citation={quote} among={more} />
          </li>
        ))}
      </ul>
      {isOpen ? null : (
        <div class="more-places">
          <span>{words.places}</span>
          <ul>
            {places.map((place) => (
              <li key={place.passage_id}>
                <PassageButton citation={place} among={more} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

// A list that is quoted with the sentence that introduces it.
function quoteWords(text: string) {
  const [first, ...items] = text.split('\n').filter((line) => line.trim() !== '');
  if (items.length === 0 || !first!.trimEnd().endsWith(':')) return text;
  return (
    <>
      {first}
      <ul>{items.map((item) => <li>{item.trim()}</li>)}</ul>
    </>
  );
}
