/** Up to here a count of units says enough: there are never more characters than units. */
export function charactersOf(text: string, enough: number): number {
  if (text.length <= enough) return text.length;
  // Older browsers know no better than code points.
  if (!('Segmenter' in Intl)) return [...text].length;
  let count = 0;
  for (const _ of new Intl.Segmenter('es').segment(text)) count++;
  return count;
}
