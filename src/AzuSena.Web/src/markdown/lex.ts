import { lexer, type Token, type Tokens } from 'marked';

// Deeper than anybody writes, and far from where the parser or the page would run out of stack.
const deepest = 40;

/** Cuts a Markdown text into its tokens. One that nests without end, as a model that repeats itself may write, is taken for plain words. */
export function lex(text: string): Token[] {
  try {
    const tokens = lexer(text);
    if (!isDeeper(tokens, deepest)) return tokens;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return text ? [{ type: 'text', raw: text, text, escaped: false } satisfies Tokens.Text] : [];
}

/** What a token holds: its own tokens, or a list's items. */
export const childrenOf = (token: Token): Token[] | undefined => (token as Tokens.Generic).tokens ?? (token as Partial<Tokens.List>).items;

const isDeeper = (tokens: readonly Token[], levels: number): boolean => tokens.length > 0 && (levels === 0 || tokens.some((token) => isDeeper(childrenOf(token) ?? [], levels - 1)));
