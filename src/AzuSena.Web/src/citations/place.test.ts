import { expect, it } from 'vitest';
import { placeWords } from './place';

it('names a document and its sections, and none of them twice', () => {
  const citation = { number: 1, passage_id: 'p', title: 'Fondo *Emprender*' };
  expect(placeWords(citation)).toBe('Fondo Emprender');
  expect(placeWords({ ...citation, heading_path: ['Requisitos', 'Edad'] })).toBe('Fondo Emprender › Requisitos › Edad');
  expect(placeWords({ ...citation, heading_path: ['Fondo *Emprender*', 'Requisitos'] })).toBe('Fondo Emprender › Requisitos');
});
