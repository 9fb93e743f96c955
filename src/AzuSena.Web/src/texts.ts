import type { Failure } from './answer/answer-state';
import { english } from './texts/english';
import { spanish } from './texts/spanish';

/** The page is in Spanish; on another page the chat has the language that the page asks for. */
export const language = widgetLanguage(globalThis.location) === 'en' ? 'en' : 'es';

/** Everything that the page says. */
export const texts = language === 'en' ? english : spanish;

/** What to tell a person about a failure, and what to do: the service's own words where it had some. */
export function failureText({ code, message, retryAfter }: Failure): string {
  const words = message || texts.advice[code] || texts.advice['internal']!;
  return retryAfter === undefined ? words : `${words} ${texts.waitFor(retryAfter)}`;
}

export function toolWords(name: string): string {
  return texts.tools.known.find(([prefix]) => name.startsWith(prefix))?.[1] ?? texts.tools.other(name);
}

function widgetLanguage(place: Location | undefined): string | undefined {
  return place?.pathname.endsWith('/widget.html') ? new URLSearchParams(place.search).get('lang')?.slice(0, 2).toLowerCase() : undefined;
}
