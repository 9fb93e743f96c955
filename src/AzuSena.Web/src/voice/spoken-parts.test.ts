import { expect, it } from 'vitest';
import { spokenParts } from './spoken-parts';

const more = [{ number: 2, passage_id: 'p', title: 'T', quote: 'Lo demás.' }];

it('reads the lead first, and then the rest of the text', () => {
  expect(spokenParts({ text: 'Dura dos años [1]. Salvo que…', lead: 'Dura dos años.', more })).toEqual({ lead: 'Dura dos años [1]. ', rest: 'Salvo que…' });
});

it('offers what else was found where the lead is all the text', () => {
  expect(spokenParts({ text: 'Dura dos años [1].', lead: 'Dura dos años.', more })).toEqual({ lead: 'Dura dos años [1].', rest: 'Lo demás.' });
});

it('reads a text without a lead whole', () => {
  expect(spokenParts({ text: 'No lo encontré.' })).toEqual({ lead: 'No lo encontré.', rest: '' });
});
