import { describe, expect, it } from 'vitest';
import { finishedSentences, plainWords } from './plain';

describe('plainWords', () => {
  it('leaves what is read aloud', () => {
    expect(plainWords('## Título\n\n**Uno** con *énfasis*, `código` y [enlace](https://x.co) [1].\n- a\n- b')).toBe('Título\n\nUno con énfasis, código y enlace.\na\nb');
  });

  it('leaves a product of numbers and a name with low lines alone', () => {
    expect(plainWords('2 * 3 * 4 y snake_case_name')).toBe('2 * 3 * 4 y snake_case_name');
  });
});

describe('finishedSentences', () => {
  it('waits for the end of a sentence that is worth reading', () => {
    const long = 'Una frase que tiene más de sesenta caracteres para que se lea. ';
    expect(finishedSentences('Corta. Y', false)).toEqual({ sentences: '', rest: 'Corta. Y' });
    expect(finishedSentences(`${long}Y si`, false)).toEqual({ sentences: long, rest: 'Y si' });
    expect(finishedSentences('Corta. Y', true)).toEqual({ sentences: 'Corta. Y', rest: '' });
  });
});
