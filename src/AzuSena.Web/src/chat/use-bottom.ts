import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const near = 48;

/** Keeps the end of what grows in view, unless the reader has scrolled up; a new question brings it back. */
export function useBottom(box: RefObject<HTMLElement>, content: RefObject<HTMLElement>, questions: number) {
  const [atBottom, setAtBottom] = useState(true);
  const stuck = useRef(true);
  const count = useRef(0);

  const toBottom = useCallback(() => {
    stuck.current = true;
    setAtBottom(true);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  useEffect(() => {
    const scroller = box.current!;
    let before = scroller.scrollTop;
    const onScroll = () => {
      const away = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      // Growth alone does not unstick: only a reader who moves up does.
      if (count.current === 0) return;
      if (away <= near) stuck.current = true;
      else if (scroller.scrollTop < before) stuck.current = false;
      before = scroller.scrollTop;
      setAtBottom(stuck.current);
    };
    const observer = new ResizeObserver(() => {
      if (stuck.current) scroller.scrollTop = scroller.scrollHeight;
      setAtBottom(count.current === 0 || stuck.current);
    });
    scroller.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(content.current!);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    if (questions > count.current) toBottom();
    if (questions === 0) {
      // The welcome is read from its beginning.
      stuck.current = false;
      setAtBottom(true);
      box.current!.scrollTop = 0;
    }
    count.current = questions;
  }, [questions]);

  return { atBottom, toBottom };
}
