/** Text kept by the browser. Where it is forbidden or full, nothing is kept and the page goes on. */
export interface Kept {
  read(place: string): string | null;
  write(place: string, text: string): void;
  remove(place: string): void;
}

// What is kept in a frame is the site's that shows it; not every browser keeps frames of different sites apart.
const site = window.parent === window ? '' : `${siteAround()}|`;

export const lasting: Kept = over(() => localStorage);
export const session: Kept = over(() => sessionStorage);

/** Reads what `write` kept as JSON; what is damaged or of another shape is as if it were not there. */
export function readJson<T>(kept: Kept, place: string, isWanted: (value: unknown) => value is T): T | null {
  const text = kept.read(place);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isWanted(value) ? value : null;
  } catch {
    return null;
  }
}

function over(storage: () => Storage): Kept {
  return {
    read: (place) => attempt(() => storage().getItem(site + place)) ?? null,
    write: (place, text) => void attempt(() => storage().setItem(site + place, text)),
    remove: (place) => void attempt(() => storage().removeItem(site + place)),
  };
}

function siteAround(): string {
  // Firefox does not say whose frame it is; the address that led here does.
  return attempt(() => location.ancestorOrigins?.[0] ?? new URL(document.referrer).origin) ?? 'frame';
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
