import { signal } from '@preact/signals';
import type { Citation } from '../api/events';

/** The source that is open beside the answer; `opener` gets the focus back. */
export interface OpenSource {
  number: number;
  citations: Citation[];
  opener: HTMLElement | null;
}

export const openSource = signal<OpenSource | null>(null);
export const listOpen = signal(false);

export function closeSource(): void {
  const opener = openSource.value?.opener;
  openSource.value = null;
  // Once the page behind takes the focus again.
  requestAnimationFrame(() => (opener?.isConnected ? opener.focus() : focusComposer()));
}

export function focusComposer(): void {
  document.getElementById('question')?.focus();
}
