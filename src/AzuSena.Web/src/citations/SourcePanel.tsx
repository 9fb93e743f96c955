import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../app/Icon';
import { useBack } from '../app/use-back';
import { closeSource, openSource } from '../state/view';
import { texts } from '../texts';
import { PassageView } from './PassageView';

/** The source beside the answer. On a small screen it lies over it. */
export function SourcePanel() {
  const source = openSource.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [source]);
  useBack(source !== null, closeSource);
  if (!source) return null;
  const cited = source.citations;
  return (
    <aside class="source-panel" aria-labelledby="source-heading" onKeyDown={(event) => event.key === 'Escape' && closeSource()}>
      <div class="panel-head">
        <h2 id="source-heading" ref={heading} tabIndex={-1}>
          {source.heading}
        </h2>
        <button class="icon-button" type="button" aria-label={texts.citation.close} title={texts.citation.close} onClick={closeSource}>
          <Icon name="close" />
        </button>
      </div>
      {cited[0] ? <PassageView key={cited[0].passage_id} citations={cited} /> : null}
    </aside>
  );
}
