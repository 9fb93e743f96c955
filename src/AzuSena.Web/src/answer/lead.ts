const passed = /(?:\s|\[\d+(?:, ?\d+)*\])*/y;

/** Where the lead ends in the text that has its marks: there the rest begins. 0 if there is no rest, or the text does not begin with the lead. */
export function leadEnd(text: string, lead = ''): number {
  let at = 0;
  for (const sign of lead.replace(/\s/g, '')) {
    at = past(text, at);
    if (!text.startsWith(sign, at)) return 0;
    at += sign.length;
  }
  const end = lead ? past(text, at) : 0;
  // A table cannot go on without its head, nor can bold type that is still open.
  return end === text.length || text[end] === '|' || isBoldOpen(text.slice(0, end)) ? 0 : end;
}

function past(text: string, at: number): number {
  passed.lastIndex = at;
  return at + (passed.exec(text)?.[0].length ?? 0);
}

function isBoldOpen(text: string): boolean {
  return (text.match(/\*\*|__/g)?.length ?? 0) % 2 === 1;
}
