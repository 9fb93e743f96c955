import { describe, expect, it } from 'vitest';
import { type Block, splitBlocks } from './blocks';

const text = '# Uno\n\nDos tres\ncuatro.\n\n- a\n- b\n\n  c\n\n```\nx\n\ny\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> cita\n\n<script>x</script>\n\nFin [1].';

describe('splitBlocks', () => {
  it('loses nothing, and knows where each block stands', () => {
    const blocks = splitBlocks(text);
    expect(blocks.map((block) => block.raw).join('')).toBe(text);
    for (const { start, raw } of blocks) expect(text.slice(start, start + raw.length)).toBe(raw);
  });

  it('gives the same blocks when the text comes in pieces, however it is cut', () => {
    for (const step of [1, 2, 3, 7, 20]) {
      let blocks: Block[] = [];
      for (let end = step; end < text.length + step; end += step) blocks = splitBlocks(text.slice(0, end), blocks);
      expect(blocks.map((block) => block.raw)).toEqual(splitBlocks(text).map((block) => block.raw));
    }
  });

  it('leaves finished blocks the same objects', () => {
    const before = splitBlocks('Uno.\n\nDos.\n\nTre');
    const after = splitBlocks('Uno.\n\nDos.\n\nTres y más.', before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).not.toBe(before[2]);
  });

  it('begins anew for another text', () => {
    expect(splitBlocks('Otra cosa.', splitBlocks('Uno.\n\nDos.')).map((block) => block.raw)).toEqual(['Otra cosa.']);
  });
});
