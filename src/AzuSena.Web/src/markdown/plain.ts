/** The words of a Markdown text as they are read aloud: without its signs, marks and addresses. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/```[^\n]*\n?/g, '')
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>)\s+/gm, '')
    .replace(/^\s*[-*+]\s+/gm, '')
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replace(/\|/g, ', ')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|[\s(¿¡])[*_]([^\s*_](?:[^*_\n]*[^\s*_])?)[*_]/g, '$1$2')
    .replace(/[ \t]+([.,;:])/g, '$1')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

const shortest = 60;

/**
 * Takes the finished sentences off the front of a text that still grows. Short ones wait for the next, so that a screen reader is given
 * something worth reading; `isWhole` gives the rest as well.
 */
export function finishedSentences(text: string, isWhole: boolean): { sentences: string; rest: string } {
  if (isWhole) return { sentences: text, rest: '' };
  let end = 0;
  for (const match of text.matchAll(/[.!?…:](?:\s*\[\d{1,3}\])*["»”)]*\s+|\n+/g)) end = match.index! + match[0].length;
  return end < shortest ? { sentences: '', rest: text } : { sentences: text.slice(0, end), rest: text.slice(end) };
}
