import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readSuggestions } from '../api/rest';
import { Azu } from '../azu/Azu';
import { plainLine } from '../markdown/plain';
import { recording } from '../voice/voice-state';
import { texts } from '../texts';
import { AskButtons } from './AskButtons';

const suggestions = signal<string[] | null>(null);
const shown = 4;

/** What a conversation begins with: who this is, and questions that the documents answer. */
export function Welcome() {
  useEffect(() => {
    if (!suggestions.value) readSuggestions().then((list) => (suggestions.value = list.map(plainLine)), () => undefined);
  }, []);
  const listening = recording.value !== null;
  return (
    <section class="welcome">
      <Azu mood={listening ? 'listening' : 'idle'} level={recording.value?.level ?? 0} size="big" />
      <h1>{texts.welcome.title}</h1>
      <p class="lead">{texts.welcome.lead}</p>
      <div class="suggestions">
        {suggestions.value && suggestions.value.length > 0 ? (
          <>
            <h2>{texts.welcome.suggestions}</h2>
            <AskButtons questions={suggestions.value.slice(0, shown)} />
          </>
        ) : null}
      </div>
      <p class="care">{texts.welcome.care}</p>
    </section>
  );
}
