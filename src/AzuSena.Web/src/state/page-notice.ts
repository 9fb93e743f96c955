import { signal } from '@preact/signals';

/** What the page has to say about something that was asked of it and failed; `opener` gets the focus back once that is read. */
export const pageNotice = signal<{ words: string; opener: HTMLElement | null } | null>(null);

export function tell(words: string): void {
  pageNotice.value = { words, opener: document.activeElement instanceof HTMLElement ? document.activeElement : null };
}

export function closeNotice(): void {
  const opener = pageNotice.value?.opener;
  pageNotice.value = null;
  opener?.focus();
}
