import { Azu } from '../azu/Azu';
import { exportConversation } from '../api/rest';
import { begin, conversationId, exchanges } from '../conversation/shown-conversation';
import { nextTheme, theme } from '../state/theme';
import { tell } from '../state/page-notice';
import { focusComposer, listOpen } from '../state/view';
import { texts } from '../texts';
import { readAloud, toggleAloud } from '../voice/read-aloud';
import { Icon } from './Icon';

const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function Header() {
  const words = texts.header;
  return (
    <header class="header">
      <button id="conversations" class="icon-button" type="button" aria-expanded={listOpen.value} aria-controls="list" aria-label={words.conversations} title={words.conversations} onClick={() => (listOpen.value = !listOpen.value)}>
        <Icon name="menu" />
      </button>
      <p class="brand">
        <Azu mood="idle" size="small" />
        <span>
          Azu<b>SENA</b>
        </span>
      </p>
      <div class="header-actions">
        {conversationId.value && exchanges.value.length > 0 ? (
          <button class="icon-button" type="button" aria-label={words.download} title={words.download} onClick={() => void download(conversationId.value!)}>
            <Icon name="download" />
          </button>
        ) : null}
        <button class="icon-button" type="button" aria-pressed={readAloud.value} aria-label={words.aloud} title={words.aloud} onClick={() => void toggleAloud()}>
          <Icon name={readAloud.value ? 'speaker' : 'mute'} />
        </button>
        <button class="icon-button" type="button" aria-label={words.theme[theme.value]} title={words.theme[theme.value]} onClick={nextTheme}>
          <Icon name={themeIcons[theme.value]} />
        </button>
        <button class="icon-button" type="button" aria-label={words.fresh} title={words.fresh} onClick={startAfresh}>
          <Icon name="plus" />
        </button>
      </div>
    </header>
  );
}

function startAfresh() {
  begin();
  focusComposer();
}

async function download(id: string) {
  try {
    const response = await exportConversation(id);
    const name = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'conversacion-azusena.md';
    const address = URL.createObjectURL(await response.blob());
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch {
    tell(texts.list.failed);
  }
}
