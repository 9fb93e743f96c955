import { signal } from '@preact/signals';
import type { Citation } from '../api/events';
import { texts } from '../texts';

/** The source that is open beside the answer: what is quoted of one passage. `opener` gets the focus back. */
export interface OpenSource {
  heading: string;
  citations: Citation[];
  opener: HTMLElement | null;
}

export const openSource = signal<OpenSource | null>(null);
export const listOpen = signal(false);

/** Opens the source of a mark. */
export function openMark(number: number, citations: Citation[], opener: HTMLElement): void {
  openSource.value = { heading: texts.citation.heading(number), citations: citations.filter((one) => one.number === number), opener };
}

/** Opens a passage that no mark points to, with what is quoted of it. */
export function openPassage(passage: string, citations: Citation[], opener: HTMLElement): void {
  openSource.value = { heading: texts.citation.document, citations: citations.filter((one) => one.passage_id === passage), opener };
}

export function closeSource(): void {
  const opener = openSource.value?.opener;
  openSource.value = null;
  // Once the page behind takes the focus again.
  requestAnimationFrame(() => (opener?.isConnected ? opener.focus() : focusComposer()));
}

export function focusComposer(): void {
  document.getElementById('question')?.focus();
}
