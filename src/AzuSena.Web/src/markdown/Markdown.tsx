import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { useMemo, useRef } from 'preact/hooks';
import { type Block, splitAt, splitBlocks } from './blocks';
import { lex } from './lex';
import { renderBlocks } from './render';
import { type Doubt, withDoubts } from './marks';

/** What stands for a mark in the text. It must stay the same object while it draws the same. */
export interface MarkDrawing {
  citation(number: number): ComponentChildren;
  doubt(index: number): ComponentChildren;
}

const manyBlocks = 150;

/** An answer's Markdown as elements: every word of it is text, whatever it looks like. Its first `lead` characters stand apart, if there are any. */
export function Markdown({ text, lead = 0, doubts, draw }: { text: string; lead?: number; doubts: readonly Doubt[]; draw: MarkDrawing }) {
  const before = useRef<Block[]>([]);
  const blocks = useMemo(() => (before.current = lead > 0 ? splitAt(text, lead) : splitBlocks(text, before.current)), [text, lead]);
  const draws = (block: Block) => <MarkdownBlock key={block.start} raw={withDoubts(block.raw, block.start, doubts)} draw={draw} />;
  return (
    <div class={blocks.length > manyBlocks ? 'markdown markdown-long' : 'markdown'}>
      {lead > 0 ? <div class="lead">{blocks.filter(({ start }) => start < lead).map(draws)}</div> : null}
      {blocks.filter(({ start }) => start >= lead).map(draws)}
    </div>
  );
}

const MarkdownBlock = memo(({ raw, draw }: { raw: string; draw: MarkDrawing }) => <>{renderBlocks(lex(raw), draw)}</>);
