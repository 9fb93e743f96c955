import { useEffect, useState } from 'preact/hooks';

// As in styles/layout.css.
const query = '(max-width: 60em)';

/** Whether the screen has room for one column only. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const change = () => setNarrow(media.matches);
    // Safari before 14 knows only the older way.
    if (media.addEventListener) media.addEventListener('change', change);
    else media.addListener(change);
    return () => (media.removeEventListener ? media.removeEventListener('change', change) : media.removeListener(change));
  }, []);
  return narrow;
}
