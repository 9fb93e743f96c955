import { useLayoutEffect, useRef } from 'preact/hooks';

/** What lies over the conversation, in the order in which it was opened. Each has an entry in the browser's history, numbered from 1. */
const panels: { close: () => void }[] = [];
let isTravelling = false;
let isScheduled = false;

/** Lets Back close a panel while it is open; closed in another way it takes its entry along. */
export function useBack(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    if (!isOpen) return;
    const panel = { close: () => latest.current() };
    panels.push(panel);
    schedule();
    return () => {
      const at = panels.indexOf(panel);
      if (at >= 0) panels.splice(at, 1);
      schedule();
    };
  }, [isOpen]);
}

const entries = (): number => (history.state as { panels?: number } | null)?.panels ?? 0;

// Once all that changes together has changed.
function schedule(): void {
  // In a frame the history is that of the page around it.
  if (isScheduled || window.parent !== window) return;
  isScheduled = true;
  queueMicrotask(() => {
    isScheduled = false;
    settle();
  });
}

// Going back takes a while; an entry that was added meanwhile would be lost.
function settle(): void {
  if (isTravelling) return;
  const surplus = entries() - panels.length;
  if (surplus > 0) {
    isTravelling = true;
    history.go(-surplus);
  }
  for (let number = entries() + 1; number <= panels.length; number++) history.pushState({ panels: number }, '');
}

window.addEventListener('popstate', () => {
  if (isTravelling) isTravelling = false;
  else while (panels.length > entries()) panels.pop()!.close();
  // Forward leads to the entry of a panel that is closed.
  schedule();
});

// A page that is loaded again begins without panels.
schedule();
