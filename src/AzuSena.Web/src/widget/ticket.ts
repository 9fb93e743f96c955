import { effect } from '@preact/signals';
import { accessKey, keyWanted, useKey } from '../api/access-key';

let asking: Promise<void> | undefined;

/** Takes a ticket from the service, which lets pages of allowed sites ask without a key; where it gives none, the chat asks for a key as ever. */
export function takeTicket(): Promise<void> {
  return (asking ??= ask().finally(() => (asking = undefined)));
}

/** Takes a new one when the service wants one again: it was started again, or the ticket is too old. */
export function renewTicket(onRenewed: () => void): void {
  let refused = '';
  effect(() => {
    // A new ticket that is refused too is no question of age.
    if (!keyWanted.value || refused === accessKey.value) return;
    refused = accessKey.value;
    void takeTicket().then(() => refused !== accessKey.value && onRenewed());
  });
}

async function ask(): Promise<void> {
  try {
    const response = await fetch('/widget/ticket', { method: 'POST' });
    if (response.ok) useKey(((await response.json()) as { ticket: string }).ticket);
  } catch {
    // The line says so.
  }
}
