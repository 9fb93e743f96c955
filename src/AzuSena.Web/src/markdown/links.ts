const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address of a link that may be followed: whole, and of a scheme that runs nothing. Null for any other. */
export function safeAddress(href: string): string | null {
  try {
    const url = new URL(href);
    return schemes.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
