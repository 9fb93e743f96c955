import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Citation } from '../api/events';
import { texts } from '../texts';
import { type Line, type Part, passageLines, quotedStretches } from './quoted';

/** A passage's text with the quoted words marked and in view. */
export function PassageText({ text, citations }: { text: string; citations: Citation[] }) {
  const box = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => withTables(passageLines(text, quotedStretches(text, citations))), [text, citations]);
  useEffect(() => box.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' }), [blocks]);
  return (
    <div class="passage" lang="es" ref={box}>
      {blocks.map((lines) => (isRow(lines[0]!) ? <Table rows={lines} /> : <p class={lines[0]!.kind}>{lines[0]!.cells.map(draw)}</p>))}
    </div>
  );
}

function Table({ rows }: { rows: Line[] }) {
  return (
    <div class="table" role="group" aria-label={texts.citation.table} tabIndex={0}>
      <table>
        <tbody>
          {rows.map(({ kind, cells }) => (
            <tr>{cells.map((cell) => (kind === 'head' ? <th scope="col">{draw(cell)}</th> : <td>{draw(cell)}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isRow = ({ kind }: Line) => kind === 'row' || kind === 'head';

const draw = (parts: Part[]): ComponentChildren => parts.map((part) => (part.isQuoted ? <mark>{part.text}</mark> : part.text));

// The rows that follow each other are one table.
function withTables(lines: Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks[blocks.length - 1];
    if (last && isRow(line) && isRow(last[0]!)) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}
