import { signal } from '@preact/signals';
import { session } from '../state/storage';

const place = 'azusena.key';

/** The key that this installation asks for, where it asks for one. It is kept for as long as the tab is open. */
export const accessKey = signal(session.read(place) ?? '');

/** Whether a call was refused for want of a key. */
export const keyWanted = signal(false);

export function keyRefused(): void {
  keyWanted.value = true;
}

export function useKey(key: string): void {
  session.write(place, key);
  accessKey.value = key;
  keyWanted.value = false;
}
