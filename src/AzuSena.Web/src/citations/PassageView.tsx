import { useEffect, useRef, useState } from 'preact/hooks';
import { type Citation, isTool } from '../api/events';
import { ApiError, type Passage, readPassage } from '../api/rest';
import { safeAddress } from '../markdown/links';
import { plainWords } from '../markdown/plain';
import { language, texts } from '../texts';
import { PassageText } from './PassageText';
import { titleWords } from './quoted';

type Reading = { state: 'loading' } | { state: 'read'; passage: Passage } | { state: 'gone' } | { state: 'failed' };

/** What a citation points to: a passage of a document, or what a tool gave. */
export function PassageView({ citations }: { citations: Citation[] }) {
  return isTool(citations[0]!) ? <ToolView citation={citations[0]!} /> : <DocumentView citations={citations} />;
}

function ToolView({ citation }: { citation: Citation }) {
  const words = texts.citation;
  const asked = citation.tool?.asked ?? citation.heading_path?.join(', ');
  return (
    <>
      <h3 class="source-title">{titleWords(citation.title)}</h3>
      <dl class="facts">
        {asked ? <Fact name={words.asked}>{asked}</Fact> : null}
        {citation.source ? <Fact name={words.source}>{withLinks(citation.source)}</Fact> : null}
      </dl>
      {citation.quote ? (
        <>
          <p>{words.gave}</p>
          <blockquote>{plainWords(citation.quote)}</blockquote>
        </>
      ) : null}
    </>
  );
}

/** A cited passage with where it stands and where it comes from. */
function DocumentView({ citations }: { citations: Citation[] }) {
  const [reading, setReading] = useState<Reading>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const here = useRef(true);
  const citation = citations[0]!;
  useEffect(() => {
    here.current = true;
    readPassage(citation.passage_id).then(
      (passage) => here.current && setReading({ state: 'read', passage }),
      (error) => here.current && setReading({ state: error instanceof ApiError && error.code === 'passage_not_found' ? 'gone' : 'failed' }),
    );
    return () => {
      here.current = false;
    };
  }, [attempt]);

  const words = texts.citation;
  const passage = reading.state === 'read' ? reading.passage : undefined;
  return (
    <>
      <h3 class="source-title">{titleWords(passage?.document.title ?? citation.title)}</h3>
      <Facts citation={citation} passage={passage} />
      {reading.state === 'loading' ? <p class="opening">{words.loading}</p> : null}
      {passage ? <PassageText text={passage.text} citations={citations} /> : null}
      {reading.state === 'gone' || reading.state === 'failed' ? (
        <>
          <p class="problem" role="alert">
            {words[reading.state]}
          </p>
          {citation.quote ? (
            <>
              <p>{words.quoted}</p>
              <blockquote>{plainWords(citation.quote)}</blockquote>
            </>
          ) : null}
        </>
      ) : null}
      {reading.state === 'failed' ? (
        <button
          class="text-button"
          type="button"
          onClick={() => {
            setReading({ state: 'loading' });
            setAttempt(attempt + 1);
          }}
        >
          {words.again}
        </button>
      ) : null}
    </>
  );
}

function Facts({ citation, passage }: { citation: Citation; passage: Passage | undefined }) {
  const words = texts.citation;
  const section = (passage?.heading_path ?? citation.heading_path ?? []).map(titleWords).join(' › ');
  const place = citation.locator ?? passage?.locator?.text;
  const date = passage?.document.as_of ?? citation.date;
  const source = passage?.document.source ?? citation.source;
  return (
    <dl class="facts">
      {section ? <Fact name={words.section}>{section}</Fact> : null}
      {place && place !== section ? <Fact name={words.place}>{place}</Fact> : null}
      {date ? <Fact name={words.date}>{writtenDate(date)}</Fact> : null}
      {source ? <Fact name={words.source}>{withLinks(source)}</Fact> : null}
      {passage?.document.validity ? <Fact name={words.validity}>{passage.document.validity}</Fact> : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function withLinks(source: string) {
  return source.split(/(https?:\/\/[^\s,;)]+)/).map((piece) => {
    const address = /^https?:/.test(piece) ? safeAddress(piece) : null;
    return address ? (
      <a href={address} title={address} target="_blank" rel="noopener noreferrer">
        {new URL(address).host.replace(/^www\./, '')}
      </a>
    ) : (
      piece
    );
  });
}

function writtenDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const form = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'es-CO', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return Number.isNaN(date.getTime()) ? day : form.format(date);
}
