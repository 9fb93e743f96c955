/** A piece of a line of text: words, the mark of a citation, or the mark of a sentence that needs checking. */
export type Piece = { kind: 'text'; text: string } | { kind: 'citation'; number: number } | { kind: 'doubt'; index: number };

/** Where a sentence that the passages do not hold ends in the answer's text; `index` is its place among the answer's groundings. */
export interface Doubt {
  end: number;
  index: number;
}

// A punctuation character of medieval manuscripts: punctuation, so that emphasis around it still closes; taken out of what a model writes.
const sign = '⹎';
const pattern = /\[(\d{1,3})\]|⹎(\d{1,4})⹎/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Sets the marks of doubtful sentences into a block of the text; `start` is the block's place in the text. */
export function withDoubts(raw: string, start: number, doubts: readonly Doubt[]): string {
  let marked = '';
  let from = 0;
  for (const { end, index } of doubts) {
    const at = end - start;
    if (at <= 0 || at > raw.length || at < from) continue;
    marked += clean(raw.slice(from, at)) + sign + index + sign;
    from = at;
  }
  return marked + clean(raw.slice(from));
}

/** Cuts a run of text into words and marks. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index! > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    found.push(match[1] === undefined ? { kind: 'doubt', index: Number(match[2]) } : { kind: 'citation', number: Number(match[1]) });
    from = match.index! + match[0].length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

/** The text without the marks of doubtful sentences, for where no mark can stand. */
export const withoutDoubts = (text: string) => text.replace(/⹎\d{1,4}⹎/g, '');

/** Reads the character references that Markdown leaves in a text. What comes of it is text, never markup. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '�';
  });
}

const clean = (text: string) => (text.includes(sign) ? text.split(sign).join('') : text);
