import { signal } from '@preact/signals';
import { lasting } from './storage';

export type Theme = 'system' | 'light' | 'dark';

// The same place as in public/assets/theme.js.
const place = 'azusena.theme';
const order: Theme[] = ['system', 'light', 'dark'];

export const theme = signal<Theme>(order.find((known) => known === lasting.read(place)) ?? 'system');

export function nextTheme(): void {
  theme.value = order[(order.indexOf(theme.value) + 1) % order.length]!;
  lasting.write(place, theme.value);
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
}
