import { Lexer, type Token, type Tokens } from 'marked';
import type { Citation } from '../api/events';
import { childrenOf } from '../markdown/lex';
import { safeAddress } from '../markdown/links';

/** A stretch of a text, `end` exclusive, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Part {
  text: string;
  isQuoted: boolean;
}

/** A line of a passage. A row of a table has a cell for each column, the other kinds have one. */
export interface Line {
  kind: 'heading' | 'item' | 'paragraph' | 'row' | 'head';
  cells: Part[][];
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

/** The passage as it is shown: a paragraph, list item or table row to a line, with the signs of Markdown taken off. */
export function passageLines(text: string, quoted: readonly Stretch[]): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const from = start;
    start += raw.length + 1;
    if (/^\s*\|.*\|/.test(raw)) {
      const last = lines[lines.length - 1];
      if (!/[^\s:|-]/.test(raw)) {
        if (last?.kind === 'row') last.kind = 'head';
      } else lines.push({ kind: 'row', cells: cellsOf(raw, from).map((cell) => words(text, cell, quoted)) });
      continue;
    }
    const sign = /^\s*(?:(#{1,6})|([-*•])|>)\s+/.exec(raw);
    const parts = words(text, { start: from + (sign?.[0].length ?? 0), end: from + raw.length }, quoted);
    if (parts.length > 0) lines.push({ kind: sign?.[1] ? 'heading' : sign?.[2] ? 'item' : 'paragraph', cells: [parts] });
  }
  return lines;
}

function cellsOf(raw: string, from: number): Stretch[] {
  const bars = [...raw].reduce<number[]>((found, sign, at) => (sign === '|' ? [...found, at] : found), []);
  return bars.map((bar, index) => ({ start: from + bar + 1, end: from + (bars[index + 1] ?? raw.length) })).filter(({ start, end }, index) => index < bars.length - 1 || raw.slice(start - from, end - from).trim());
}

function words(text: string, { start, end }: Stretch, quoted: readonly Stretch[]): Part[] {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return visible(Lexer.lexInline(raw.trim()), from).flatMap((stretch) => cut(text, stretch.start, stretch.end, quoted));
}

/** A title, or a name that a person or a model gave, without the signs of Markdown. */
export const titleWords = (title: string): string => passageLines(title, []).map(({ cells }) => cells.map((parts) => parts.map((part) => part.text).join('')).join(', ')).join(' ');

// What a reader sees of a line: what its signs stand around. Code stays as it is written, and so does a link that may not be followed.
function visible(tokens: readonly Token[], from: number): Stretch[] {
  const found: Stretch[] = [];
  let at = from;
  for (const token of tokens) {
    const { type, raw } = token;
    const children = type === 'link' && !safeAddress((token as Tokens.Link).href) ? undefined : childrenOf(token);
    const inner = children?.map((one) => one.raw).join('') ?? (type === 'escape' ? (token as Tokens.Escape).text : raw);
    const start = at + Math.max(0, raw.indexOf(inner));
    if (children) found.push(...visible(children, start));
    else found.push({ start, end: Math.min(start + inner.length, at + raw.length) });
    at += raw.length;
  }
  return found;
}

// The place as the service told it, where the words are still there; otherwise the same words elsewhere.
function placeOf(text: string, { quote, start, end }: Citation): Stretch | undefined {
  if (start !== undefined && end !== undefined && start < end && end <= text.length && (!quote || text.slice(start, end) === quote)) return { start, end };
  const at = quote ? text.indexOf(quote) : -1;
  return quote && at >= 0 ? { start: at, end: at + quote.length } : undefined;
}

function cut(text: string, from: number, to: number, quoted: readonly Stretch[]): Part[] {
  const parts: Part[] = [];
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
