import type { Citation } from '../api/events';

/** A stretch of a text, `end` exclusive, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Line {
  kind: 'heading' | 'item' | 'paragraph';
  parts: { text: string; isQuoted: boolean }[];
}

/** Where the citations' words stand in the passage, in order and without overlaps. Words that the passage has no more are left out. */
export function quotedStretches(text: string, citations: readonly Citation[]): Stretch[] {
  const found = citations.flatMap((citation) => placeOf(text, citation) ?? []).sort((a, b) => a.start - b.start);
  const merged: Stretch[] = [];
  for (const stretch of found) {
    const last = merged[merged.length - 1];
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else merged.push({ ...stretch });
  }
  return merged;
}

/** The passage as it is shown: a paragraph or list item to a line, headings with their signs taken off. */
export function passageLines(text: string, quoted: readonly Stretch[]): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const sign = /^\s*(?:(#{1,6})|([-*•]))\s+/.exec(raw);
    const from = start + (sign?.[0].length ?? 0);
    const parts = cut(text, from, start + raw.length, quoted);
    if (parts.length > 0) lines.push({ kind: sign?.[1] ? 'heading' : sign?.[2] ? 'item' : 'paragraph', parts });
    start += raw.length + 1;
  }
  return lines;
}

// The place as the service told it, where the words are still there; otherwise the same words elsewhere.
function placeOf(text: string, { quote, start, end }: Citation): Stretch | undefined {
  if (start !== undefined && end !== undefined && start < end && end <= text.length && (!quote || text.slice(start, end) === quote)) return { start, end };
  const at = quote ? text.indexOf(quote) : -1;
  return quote && at >= 0 ? { start: at, end: at + quote.length } : undefined;
}

function cut(text: string, from: number, to: number, quoted: readonly Stretch[]): Line['parts'] {
  const parts: Line['parts'] = [];
  let at = from;
  for (const { start, end } of quoted) {
    const first = Math.max(start, at);
    const last = Math.min(end, to);
    if (first >= last) continue;
    if (first > at) parts.push({ text: text.slice(at, first), isQuoted: false });
    parts.push({ text: text.slice(first, last), isQuoted: true });
    at = last;
  }
  if (at < to) parts.push({ text: text.slice(at, to), isQuoted: false });
  return parts;
}
