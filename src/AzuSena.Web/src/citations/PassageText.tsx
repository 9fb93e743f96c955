import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Citation } from '../api/events';
import { passageLines, quotedStretches } from './quoted';

/** A passage's text with the quoted words marked and in view. */
export function PassageText({ text, citations }: { text: string; citations: Citation[] }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => passageLines(text, quotedStretches(text, citations)), [text, citations]);
  useEffect(() => box.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' }), [lines]);
  return (
    <div class="passage" ref={box}>
      {lines.map(({ kind, parts }) => (
        <p class={kind}>{parts.map((part) => (part.isQuoted ? <mark>{part.text}</mark> : part.text))}</p>
      ))}
    </div>
  );
}
