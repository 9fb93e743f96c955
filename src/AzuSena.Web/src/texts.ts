import type { Failure, ToolCall } from './answer/answer-state';
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

/** What a tool was asked and what it gave: «Calendario: 25 de diciembre de 2026 → Sí, … es festivo». */
export function toolLine({ name, title, asked, result, state }: ToolCall): string {
  const words = texts.tools;
  const what = title ?? words.known.find(([prefix]) => name.startsWith(prefix))?.[1] ?? words.other(name);
  if (state !== 'done' || !title) return words[state](what);
  const given = firstLine(result ?? '');
  return `${title}${asked ? `: ${asked}` : ''}${given ? ` → ${given}` : ''}`;
}

const mostShown = 120;

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  return line.length > mostShown ? `${line.slice(0, mostShown).trimEnd()}…` : line;
}

function widgetLanguage(place: Location | undefined): string | undefined {
  return place?.pathname.endsWith('/widget.html') ? new URLSearchParams(place.search).get('lang')?.slice(0, 2).toLowerCase() : undefined;
}
