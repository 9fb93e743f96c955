import { useEffect } from 'preact/hooks';
import { tryNow } from '../api/connection';
import { keyWanted } from '../api/access-key';
import { Announcer } from '../app/announcer';
import { Icon } from '../app/Icon';
import { KeyForm } from '../app/KeyForm';
import { LineBanner } from '../app/LineBanner';
import { SourcePanel } from '../citations/SourcePanel';
import { Composer } from '../chat/Composer';
import { Thread } from '../chat/Thread';
import { known } from '../conversation/known-conversations';
import { open } from '../conversation/open-conversation';
import { begin, shownBefore } from '../conversation/shown-conversation';
import { lookAtService } from '../state/service';
import { focusComposer, openSource } from '../state/view';
import { texts } from '../texts';

/** The chat in a frame of another page: the web chat without what needs a window of its own. */
export function WidgetApp({ title, onClose }: { title: string; onClose: (() => void) | null }) {
  useEffect(arrive, []);
  if (keyWanted.value) return <KeyForm onEnter={arrive} />;
  return (
    <div class="widget" onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && openSource.value === null && onClose?.()}>
      <div class="frame">
        <div class="page" inert={openSource.value !== null}>
          <header class="header widget-header">
            <p class="widget-title">{title}</p>
            <div class="header-actions">
              <button class="icon-button" type="button" aria-label={texts.header.fresh} title={texts.header.fresh} onClick={startAfresh}>
                <Icon name="plus" />
              </button>
              {onClose ? (
                <button class="icon-button" type="button" aria-label={texts.widget.close} title={texts.widget.close} onClick={onClose}>
                  <Icon name="close" />
                </button>
              ) : null}
            </div>
          </header>
          <LineBanner />
          <Thread />
          <Composer />
        </div>
        <SourcePanel />
      </div>
      <Announcer />
    </div>
  );
}

/** Opens what this site's visitor last asked, in this tab or before. */
export function arrive(): void {
  void lookAtService();
  const before = shownBefore() ?? known.value[0]?.id;
  if (before) void open(before);
  void tryNow();
}

function startAfresh(): void {
  begin();
  focusComposer();
}
