import { describe, expect, it } from 'vitest';
import { passageLines, quotedStretches, titleWords } from './quoted';

const text = '## Título\nUna frase. Otra frase.\n- un punto';
const citation = { number: 1, passage_id: 'p', title: 't' };

describe('quotedStretches', () => {
  it('takes the place as told, looks for the words elsewhere, and leaves out what is gone', () => {
    const at = text.indexOf('Otra');
    expect(quotedStretches(text, [{ ...citation, quote: 'Otra frase.', start: at, end: at + 11 }])).toEqual([{ start: at, end: at + 11 }]);
    expect(quotedStretches(text, [{ ...citation, quote: 'Otra frase.', start: 0, end: 11 }])).toEqual([{ start: at, end: at + 11 }]);
    expect(quotedStretches(text, [{ ...citation, quote: 'No está.', start: 0, end: 8 }, citation])).toEqual([]);
  });

  it('joins stretches that overlap', () => {
    expect(quotedStretches(text, [{ ...citation, start: 12, end: 20 }, { ...citation, start: 10, end: 15 }])).toEqual([{ start: 10, end: 20 }]);
  });
});

describe('passageLines', () => {
  it('shows each line for what it is, with the quoted words marked over their borders', () => {
    expect(passageLines(text, [{ start: text.indexOf('Otra'), end: text.indexOf('punto') }])).toEqual([
      { kind: 'heading', cells: [[{ text: 'Título', isQuoted: false }]] },
      { kind: 'paragraph', cells: [[{ text: 'Una frase. ', isQuoted: false }, { text: 'Otra frase.', isQuoted: true }]] },
      { kind: 'item', cells: [[{ text: 'un ', isQuoted: true }, { text: 'punto', isQuoted: false }]] },
    ]);
  });

  it('leaves code as it is written, and links that may not be followed', () => {
    for (const text of ['<img src=`x`>', '[x](javascript:x)', '![x](x" y="z)', '<javascript:x>', '&lt;b&gt;', '2 * 3 * 4 | 5']) expect(titleWords(text)).toBe(text);
    expect(titleWords('# El **contrato**')).toBe('El contrato');
  });

  it('takes the signs off, whatever is quoted', () => {
    const marked = 'El **apoyo [de](https://x.co) hoy** y \\*.\n| A | B |\n|---|:-:|\n| **uno** | dos |\n\n> fin';
    for (const quoted of [[], [{ start: 4, end: 12 }], [{ start: 0, end: marked.length }]]) {
      const shown = passageLines(marked, quoted).map(({ kind, cells }) => [kind, ...cells.map((cell) => cell.map((part) => part.text).join(''))]);
      expect(shown).toEqual([['paragraph', 'El apoyo de hoy y *.'], ['head', 'A', 'B'], ['row', 'uno', 'dos'], ['paragraph', 'fin']]);
    }
  });
});
