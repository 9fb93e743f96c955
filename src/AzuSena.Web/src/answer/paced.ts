/** How much of the time showing an answer may take: a quarter, so that the page stays smooth however long the answer is. */
const share = 4;
const frame = 16;

export interface Paced<T> {
  (value: T): void;
  /** Shows the last value now. */
  flush(): void;
}

/** Passes on the last of many values once a frame, or more slowly where showing one takes long. */
export function paced<T>(show: (value: T) => void): Paced<T> {
  let latest: { value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!latest) return;
    const { value } = latest;
    latest = undefined;
    const began = performance.now();
    show(value);
    // What is shown is rendered in a microtask, before this.
    setTimeout(() => (cost = performance.now() - began));
  };

  const pace = (value: T) => {
    latest = { value };
    timer ??= setTimeout(flush, Math.max(frame, share * cost));
  };
  return Object.assign(pace, { flush });
}
