import { describe, expect, it } from 'vitest';
import { leadEnd } from './lead';

const split = (text: string, lead?: string) => {
  const end = leadEnd(text, lead);
  return [text.slice(0, end), text.slice(end)];
};

describe('leadEnd', () => {
  it('finds the rest behind the marks of the lead', () => {
    expect(split('Dura dos años [1]. Puede terminar antes [1].', 'Dura dos años.')).toEqual(['Dura dos años [1]. ', 'Puede terminar antes [1].']);
    expect(split('Dura dos años. [1, 2]\n\nSalvo que…', 'Dura dos años.')).toEqual(['Dura dos años. [1, 2]\n\n', 'Salvo que…']);
    expect(split('Los pasos: [1]\n\n1. Uno. [1]\n2. Dos. [1]\n\nHay más.', 'Los pasos:\n\n1. Uno.\n2. Dos.')[1]).toBe('Hay más.');
    expect(split('Sí 😀. Más.', 'Sí 😀.')[1]).toBe('Más.');
  });

  it('is 0 where nothing stands after the lead', () => {
    expect(leadEnd('Dura dos años [1].\n', 'Dura dos años.')).toBe(0);
    expect(leadEnd('', 'Dura')).toBe(0);
  });

  it('is 0 without a lead, or for one that the text does not begin with', () => {
    expect(leadEnd('Dura dos años. Más.')).toBe(0);
    expect(leadEnd('Dura dos años. Más.', 'Dura tres años.')).toBe(0);
  });

  it('does not cut a table', () => {
    expect(leadEnd('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |', '| A | B |\n|---|---|\n| 1 | 2 |')).toBe(0);
  });

  it('does not part bold type', () => {
    expect(leadEnd('Es **cierta. Y larga.** Más.', 'Es **cierta.')).toBe(0);
    expect(leadEnd('Es **cierta**. Más.', 'Es **cierta**.')).toBeGreaterThan(0);
  });
});
