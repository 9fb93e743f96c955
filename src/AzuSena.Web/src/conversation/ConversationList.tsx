import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../app/Icon';
import { useBack } from '../app/use-back';
import { focusComposer, listOpen } from '../state/view';
import { texts } from '../texts';
import { ConversationRow } from './ConversationRow';
import { known } from './known-conversations';
import { begin } from './shown-conversation';

/** The conversations of this browser. */
export function ConversationList() {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (listOpen.value) panel.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [listOpen.value]);
  useBack(listOpen.value, closeList);
  if (!listOpen.value) return null;
  return (
    <nav id="list" class="list" ref={panel} aria-labelledby="list-heading" onKeyDown={(event) => event.key === 'Escape' && closeList()}>
      <div class="panel-head">
        <h2 id="list-heading" tabIndex={-1}>
          {texts.list.heading}
        </h2>
        <button class="icon-button" type="button" aria-label={texts.list.close} title={texts.list.close} onClick={closeList}>
          <Icon name="close" />
        </button>
      </div>
      <button
        class="button fresh"
        type="button"
        onClick={() => {
          begin();
          listOpen.value = false;
          requestAnimationFrame(focusComposer);
        }}
      >
        <Icon name="plus" />
        {texts.header.fresh}
      </button>
      {known.value.length === 0 ? (
        <p class="aside">{texts.list.empty}</p>
      ) : (
        <ul>
          {known.value.map((one) => (
            <ConversationRow key={one.id} conversation={one} />
          ))}
        </ul>
      )}
      <p class="aside">{texts.list.where}</p>
    </nav>
  );
}

function closeList() {
  listOpen.value = false;
  requestAnimationFrame(() => document.getElementById('conversations')?.focus());
}
