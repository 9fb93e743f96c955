import { describe, expect, it } from 'vitest';
import { finishedSentences, plainWords } from './plain';

describe('plainWords', () => {
  it('leaves what is read aloud', () => {
    expect(plainWords('## Título\n\n**Uno** con *énfasis*, `código` y [enlace](https://x.co) [1].\n- a\n- b')).toBe('Título\nUno con énfasis, código y enlace.\na\nb');
  });

  it('takes the signs off a part of a text', () => {
    expect(plainWords('**El contrato dura dos años [1].')).toBe('El contrato dura dos años.');
    expect(plainWords('dos años.** *Después')).toBe('dos años. Después');
    expect(plainWords('| Lectiva | 75 % |')).toBe('Lectiva, 75 %');
    expect(plainWords('| Etapa | Apoyo |\n|---|---|\n| Lectiva | **75 %** |')).toBe('Etapa, Apoyo\nLectiva, 75 %');
    expect(plainWords('> - [x] hecho &amp; `a_b`\n\n---')).toBe('hecho & a_b');
    expect(plainWords('```\nx = 1\n```')).toBe('x = 1');
    expect(plainWords('2024. Fue un año.\n3. Otro.')).toBe('2024. Fue un año.\n2025. Otro.');
    expect(plainWords('\\*No\\* y ![dibujo](https://x.co) <b>x</b>')).toBe('*No* y dibujo <b>x</b>');
  });

  it('survives signs without end', () => {
    for (const signs of ['*', '_', '|', '`', '[1]', '- ', '> ', '*a', '](']) expect(() => plainWords(signs.repeat(3_000))).not.toThrow();
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
