import { useRef, useState } from 'preact/hooks';
import { Icon } from '../app/Icon';
import { sendFeedback } from '../api/rest';
import { noteRating, notesOf } from '../conversation/answer-notes';
import { texts } from '../texts';

type Rating = 'up' | 'down';

/** Whether an answer helped, with a word about it if wanted. */
export function Feedback({ question }: { question: string }) {
  const words = texts.feedback;
  const [rating, setRating] = useState<Rating | null>(() => notesOf(question)?.rating ?? null);
  const [state, setState] = useState<'quiet' | 'asking' | 'thanked' | 'failed'>('quiet');
  const comment = useRef<HTMLInputElement>(null);

  const send = async (chosen: Rating, text: string) => {
    try {
      await sendFeedback(question, chosen, text);
      noteRating(question, chosen);
      setRating(chosen);
      setState(text ? 'thanked' : 'asking');
    } catch {
      setState('failed');
    }
  };

  const button = (kind: Rating) => (
    <button class="icon-button" type="button" aria-pressed={rating === kind} aria-label={words[kind]} title={words[kind]} onClick={() => void send(kind, '')}>
      <Icon name={kind} />
    </button>
  );

  return (
    <>
      {button('up')}
      {button('down')}
      {state === 'asking' && rating ? (
        <form
          class="feedback"
          onSubmit={(event) => {
            event.preventDefault();
            const text = comment.current?.value.trim() ?? '';
            if (text) void send(rating, text);
            else setState('thanked');
          }}
        >
          <label for={`why-${question}`}>{words.comment}</label>
          <input id={`why-${question}`} ref={comment} type="text" maxLength={1_000} autocomplete="off" />
          <button class="button" type="submit">
            {words.send}
          </button>
          <button class="text-button" type="button" onClick={() => setState('thanked')}>
            {words.skip}
          </button>
        </form>
      ) : null}
      <p class="aside" role="status">
        {state === 'thanked' ? words.thanks : state === 'failed' ? words.failed : ''}
      </p>
    </>
  );
}
