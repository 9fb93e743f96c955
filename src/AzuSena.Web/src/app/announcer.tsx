import { signal } from '@preact/signals';

const said = signal<{ key: number; text: string }[]>([]);
const most = 30;
let keys = 0;

/** Has screen readers read a text once they have said what they are saying. */
export function announce(text: string): void {
  if (text.trim()) said.value = [...said.value.slice(-most), { key: ++keys, text }];
}

/** What was said for screen readers: a log, so that each line is read once and nothing is read again. */
export function Announcer() {
  return (
    <div class="unseen" role="log" aria-live="polite" aria-relevant="additions">
      {said.value.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}
