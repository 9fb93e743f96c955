import type { Token, Tokens } from 'marked';
import { childrenOf, lex } from './lex';
import { decodeEntities } from './marks';

/** The words of a Markdown text, for where it is read aloud or shown without its form: no signs, marks or addresses. */
export function plainWords(markdown: string): string {
  return lex(markdown).flatMap(linesOf).map(tidy).filter(Boolean).join('\n');
}

/** The same in one line. */
export const plainLine = (markdown: string): string => plainWords(markdown).replace(/\n/g, ' ');

function linesOf(token: Token): string[] {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return [];
    case 'code':
      return [(token as Tokens.Code).text];
    case 'list':
      return (token as Tokens.List).items.flatMap((item, index) => {
        const [first = '', ...others] = item.tokens.filter(({ type }) => type !== 'checkbox').flatMap(linesOf);
        const { ordered, start } = token as Tokens.List;
        return [ordered ? `${Number(start || 1) + index}. ${first}` : first, ...others];
      });
    case 'table':
      return [(token as Tokens.Table).header, ...(token as Tokens.Table).rows].map((cells) => cells.map((cell) => wordsOf(cell.tokens)).join(', '));
    case 'blockquote':
      return (childrenOf(token) ?? []).flatMap(linesOf);
    default:
      return wordsOf(childrenOf(token) ?? [{ ...token, type: 'text', text: token.raw } as Tokens.Text]).split('\n').filter((line) => !isRule(line)).map(withoutPipes);
  }
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => {
    const inner = childrenOf(token);
    if (inner) return wordsOf(inner);
    if (token.type === 'br') return '\n';
    if (token.type === 'text') return withoutSigns(decodeEntities((token as Tokens.Text).text));
    return 'text' in token ? decodeEntities(String(token.text)) : token.raw;
  }).join('');
}

// Of a part of a text: emphasis that begins or ends elsewhere, and the numbers of citations.
const withoutSigns = (text: string) =>
  text
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/(^|[\s(¿¡«])[*_](?=[^\s*_])/g, '$1')
    .replace(/([^\s*_])[*_](?=[\s.,;:)!?»]|$)/g, '$1');

// A row of a table whose head is not there.
const withoutPipes = (line: string) => (line.includes('|') ? line.split('|').map((cell) => cell.trim()).filter(Boolean).join(', ') : line);

const isRule = (line: string) => line.includes('-') && [...line].every((sign) => ' \t:|-'.includes(sign));

const tidy = (line: string) => line.replace(/[ \t]{2,}/g, ' ').replace(/ ([.,;:!?])/g, '$1').trim();

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
