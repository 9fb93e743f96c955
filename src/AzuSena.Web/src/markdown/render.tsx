import type { ComponentChildren } from 'preact';
import type { Token, Tokens } from 'marked';
import { safeAddress } from './links';
import { decodeEntities, pieces, withoutDoubts } from './marks';
import { texts } from '../texts';
import type { MarkDrawing } from './Markdown';

/** Draws Markdown's tokens. There is no way from a token to markup: elements are made here, and what a token says becomes their text. */
export function renderBlocks(tokens: readonly Token[], draw: MarkDrawing): ComponentChildren {
  return tokens.map((token) => renderBlock(token, draw));
}

function renderBlock(token: Token, draw: MarkDrawing): ComponentChildren {
  switch (token.type) {
    case 'space':
      return null;
    case 'hr':
      return <hr />;
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{withoutDoubts((token as Tokens.Code).text)}</code>
        </pre>
      );
    case 'heading':
      // All on the level below the answer's own heading: a model leaves levels out.
      return (
        <p class="heading" role="heading" aria-level={3}>
          {renderInline(token.tokens ?? [], draw)}
        </p>
      );
    case 'blockquote':
      return <blockquote>{renderBlocks(token.tokens ?? [], draw)}</blockquote>;
    case 'list':
      return renderList(token as Tokens.List, draw);
    case 'table':
      return renderTable(token as Tokens.Table, draw);
    case 'paragraph':
      return <p>{renderInline(token.tokens ?? [], draw)}</p>;
    case 'text':
      // Of a list's item that is not a paragraph.
      return token.tokens ? renderInline(token.tokens, draw) : renderText(token as Tokens.Text, draw);
    default:
      // HTML, and what another version of the parser may know.
      return <p>{renderMarks(token.raw.trim(), draw)}</p>;
  }
}

function renderList(list: Tokens.List, draw: MarkDrawing): ComponentChildren {
  const items = list.items.map((item) => (
    <li>
      {item.task ? <span class="task">{item.checked ? '☑ ' : '☐ '}</span> : null}
      {renderBlocks(item.tokens.filter((token) => token.type !== 'checkbox'), draw)}
    </li>
  ));
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function renderTable(table: Tokens.Table, draw: MarkDrawing): ComponentChildren {
  return (
    <div class="table" role="group" aria-label={texts.citation.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell) => (
              <th scope="col">{renderInline(cell.tokens, draw)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{renderInline(cell.tokens, draw)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderInline(tokens: readonly Token[], draw: MarkDrawing): ComponentChildren {
  return tokens.map((token) => {
    switch (token.type) {
      case 'strong':
        return <strong>{renderInline(token.tokens ?? [], draw)}</strong>;
      case 'em':
        return <em>{renderInline(token.tokens ?? [], draw)}</em>;
      case 'del':
        return <del>{renderInline(token.tokens ?? [], draw)}</del>;
      case 'codespan':
        return <code>{withoutDoubts(decodeEntities((token as Tokens.Codespan).text))}</code>;
      case 'br':
        return <br />;
      case 'link':
        return renderLink(token as Tokens.Link, draw);
      case 'image':
        // Nothing is loaded from elsewhere.
        return withoutDoubts(decodeEntities((token as Tokens.Image).text));
      case 'text':
      case 'escape':
        return renderText(token as Tokens.Text, draw);
      default:
        return renderMarks(token.raw, draw);
    }
  });
}

function renderText(token: Tokens.Text | Tokens.Escape, draw: MarkDrawing): ComponentChildren {
  return 'tokens' in token && token.tokens ? renderInline(token.tokens, draw) : renderMarks(decodeEntities(token.text), draw);
}

function renderLink(link: Tokens.Link, draw: MarkDrawing): ComponentChildren {
  const address = safeAddress(link.href);
  const label = renderInline(link.tokens, draw);
  return address ? (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {label}
    </a>
  ) : (
    <span>{label}</span>
  );
}

function renderMarks(text: string, draw: MarkDrawing): ComponentChildren {
  return pieces(text).map((piece) => {
    switch (piece.kind) {
      case 'citation':
        return draw.citation(piece.number);
      case 'doubt':
        return draw.doubt(piece.index);
      default:
        return piece.text;
    }
  });
}
