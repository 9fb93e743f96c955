import { expect, it } from 'vitest';
import { closestOf, withClosestMarks } from './closest-marks';

it('marks each title that a text names, and knows what the mark stands for', () => {
  const closest = [
    { title: 'Fondo *Emprender* ($&)', passage_id: 'a' },
    { title: 'Otro', passage_id: 'b' },
    { title: 'Carné', passage_id: 'c' },
  ];
  expect(withClosestMarks('Lo más cercano: «Fondo *Emprender* ($&)», «Carné». Otro.', closest)).toBe('Lo más cercano: «[900]», «[902]». Otro.');
  expect(closestOf(902, closest)?.passage_id).toBe('c');
  expect(closestOf(1, closest)).toBeUndefined();
});
