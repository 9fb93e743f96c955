import { describe, expect, it } from 'vitest';
import { safeAddress } from './links';
import { decodeEntities, pieces, withDoubts, withoutDoubts } from './marks';

describe('marks', () => {
  it('finds the citations in a text', () => {
    expect(pieces('Uno [1][2] y [x] [1234].')).toEqual([
      { kind: 'text', text: 'Uno ' },
      { kind: 'citation', number: 1 },
      { kind: 'citation', number: 2 },
      { kind: 'text', text: ' y [x] [1234].' },
    ]);
  });

  it('sets a mark where a doubtful sentence ends, and only within its block', () => {
    const marked = withDoubts('Uno. Dos. Tres.', 10, [{ end: 4, index: 0 }, { end: 14, index: 1 }, { end: 25, index: 2 }, { end: 40, index: 3 }]);
    expect(pieces(marked).filter((piece) => piece.kind === 'doubt')).toEqual([{ kind: 'doubt', index: 1 }, { kind: 'doubt', index: 2 }]);
    expect(withoutDoubts(marked)).toBe('Uno. Dos. Tres.');
  });

  it('takes the sign out of what a model writes', () => {
    expect(withDoubts('a⹎7⹎b', 0, [])).toBe('a7b');
  });

  it('reads character references as text', () => {
    expect(decodeEntities('&lt;b&gt; &amp;lt; &#65;&#x42; &#0; &#xD800; &nope; &')).toBe('<b> &lt; AB � � &nope; &');
  });

  it('follows only addresses that run nothing', () => {
    expect(safeAddress('https://sena.edu.co/a')).toBe('https://sena.edu.co/a');
    for (const address of ['javascript:x', ' JaVaScRiPt:x', 'data:text/html,x', 'vbscript:x', '//x.co', '/x', 'x', 'file:///x', 'java\nscript:x']) expect(safeAddress(address)).toBeNull();
  });
});
