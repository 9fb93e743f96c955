import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { useMemo, useRef } from 'preact/hooks';
import { type Block, splitBlocks } from './blocks';
import { lex } from './lex';
import { renderBlocks } from './render';
import { type Doubt, withDoubts } from './marks';

/** What stands for a mark in the text. It must stay the same object while it draws the same. */
export interface MarkDrawing {
  citation(number: number): ComponentChildren;
  doubt(index: number): ComponentChildren;
}

const manyBlocks = 150;

/** An answer's Markdown as elements: every word of it is text, whatever it looks like. */
export function Markdown({ text, doubts, draw }: { text: string; doubts: readonly Doubt[]; draw: MarkDrawing }) {
  const before = useRef<Block[]>([]);
  const blocks = useMemo(() => (before.current = splitBlocks(text, before.current)), [text]);
  return (
    <div class={blocks.length > manyBlocks ? 'markdown markdown-long' : 'markdown'}>
      {blocks.map((block) => (
        <MarkdownBlock key={block.start} raw={withDoubts(block.raw, block.start, doubts)} draw={draw} />
      ))}
    </div>
  );
}

const MarkdownBlock = memo(({ raw, draw }: { raw: string; draw: MarkDrawing }) => <>{renderBlocks(lex(raw), draw)}</>);
