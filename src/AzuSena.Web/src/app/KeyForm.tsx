import { useEffect, useRef } from 'preact/hooks';
import { accessKey, useKey as enterKey } from '../api/access-key';
import { Azu } from '../azu/Azu';
import { texts } from '../texts';

/** Asks for the key of an installation that wants one. */
export function KeyForm({ onEnter }: { onEnter: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <main id="main" class="key">
      <Azu mood="idle" size="big" />
      <h1>{texts.key.title}</h1>
      <p>{texts.key.lead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const key = field.current?.value.trim();
          if (!key) return;
          enterKey(key);
          onEnter();
        }}
      >
        <label for="key">{texts.key.label}</label>
        <input id="key" ref={field} type="password" autocomplete="current-password" required aria-describedby={accessKey.value ? 'key-wrong' : undefined} />
        <button class="button" type="submit">
          {texts.key.enter}
        </button>
      </form>
      {accessKey.value ? (
        <p id="key-wrong" class="problem" role="alert">
          {texts.key.wrong}
        </p>
      ) : null}
    </main>
  );
}
