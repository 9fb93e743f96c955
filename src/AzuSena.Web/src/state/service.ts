import { signal } from '@preact/signals';
import { type Readiness, readReadiness } from '../api/rest';

/** How the service stands; null before it is known. */
export const readiness = signal<Readiness | null>(null);
export const online = signal(navigator.onLine);

const soon = 3_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks how the service stands, and again soon for as long as something is still to come. */
export async function lookAtService(): Promise<void> {
  clearTimeout(timer);
  try {
    readiness.value = await readReadiness();
  } catch {
    // The line says so.
  }
  const state = readiness.value;
  if (state?.status !== 'ready' || state.voice?.state === 'loading') timer = setTimeout(() => void lookAtService(), soon);
}

export function watchNetwork(onBack: () => void): void {
  window.addEventListener('offline', () => (online.value = false));
  window.addEventListener('online', () => {
    online.value = true;
    onBack();
  });
}
