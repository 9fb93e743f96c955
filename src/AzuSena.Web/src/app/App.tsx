import { useEffect } from 'preact/hooks';
import { tryNow } from '../api/connection';
import { keyWanted } from '../api/access-key';
import { SourcePanel } from '../citations/SourcePanel';
import { Composer } from '../chat/Composer';
import { Thread } from '../chat/Thread';
import { ConversationList } from '../conversation/ConversationList';
import { restore } from '../conversation/open-conversation';
import { lookAtService } from '../state/service';
import { listOpen, openSource } from '../state/view';
import { texts } from '../texts';
import { Announcer } from './announcer';
import { Header } from './Header';
import { KeyForm } from './KeyForm';
import { LineBanner } from './LineBanner';
import { useNarrow } from './use-narrow';

export function App() {
  // On a small screen a list or a source covers the page, and what is behind it cannot be reached.
  const covered = useNarrow() && (listOpen.value || openSource.value !== null);
  useEffect(arrive, []);
  if (keyWanted.value) return <KeyForm onEnter={arrive} />;
  return (
    <>
      <a class="skip" href="#main">
        {texts.skip}
      </a>
      <div class={`frame${listOpen.value ? ' with-list' : ''}${openSource.value ? ' with-source' : ''}`}>
        <ConversationList />
        <div class="page" inert={covered}>
          <Header />
          <LineBanner />
          <Thread />
          <Composer />
        </div>
        <SourcePanel />
      </div>
      <Announcer />
    </>
  );
}

function arrive(): void {
  void lookAtService();
  void restore();
  // Before the first question needs the line.
  void tryNow();
}
