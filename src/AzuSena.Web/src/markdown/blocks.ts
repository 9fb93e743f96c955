import { lex } from './lex';

/** A block of a Markdown text: a paragraph, a list, a table. `start` is its place in the text, in UTF-16 units. */
export interface Block {
  start: number;
  raw: string;
}

/**
 * Cuts a text into its blocks. Of a text that grows, only the last block can still change: the finished ones of `before` are the same
 * objects again, so that what shows them need not look at them.
 */
export function splitBlocks(text: string, before: readonly Block[] = []): Block[] {
  const finished = continues(text, before) ? before.slice(0, -1) : [];
  const last = finished[finished.length - 1];
  let start = last ? last.start + last.raw.length : 0;
  const blocks: Block[] = [...finished];
  for (const { type, raw } of lex(text.slice(start))) {
    const previous = blocks[blocks.length - 1];
    // Blank lines belong to the block before them; a finished one is left as it is.
    if (type === 'space' && previous && !finished.includes(previous)) blocks[blocks.length - 1] = { start: previous.start, raw: previous.raw + raw };
    else if (raw) blocks.push({ start, raw });
    start += raw.length;
  }
  return blocks;
}

/** The same of a whole text that is cut in two, be it within a paragraph. */
export const splitAt = (text: string, at: number): Block[] => [
  ...splitBlocks(text.slice(0, at)),
  ...splitBlocks(text.slice(at)).map(({ start, raw }) => ({ start: start + at, raw })),
];

function continues(text: string, before: readonly Block[]): boolean {
  const last = before[before.length - 1];
  return last !== undefined && text.length >= last.start + last.raw.length && text.startsWith(last.raw, last.start);
}
