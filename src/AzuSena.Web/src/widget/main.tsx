import '../compatibility';
import { render } from 'preact';
import { tryNow } from '../api/connection';
import { reread } from '../conversation/known-conversations';
import { lookAtService, watchNetwork } from '../state/service';
import { focusComposer } from '../state/view';
import { language } from '../texts';
import type { FromChat, ToChat } from './messages';
import { renewTicket, takeTicket } from './ticket';
import { arrive, WidgetApp } from './WidgetApp';

const wanted = new URLSearchParams(location.search);
const title = wanted.get('title') ?? 'AzuSENA';
const color = wanted.get('color') ?? '';
// The page around it may be any of the allowed ones, and is told nothing that it does not see itself.
const tell = (message: FromChat) => window.parent.postMessage(message, '*');

document.title = title;
document.documentElement.lang = language;
if (/^#[0-9a-f]{6}$/i.test(color)) document.documentElement.style.setProperty('--widget-color', color);
watchNetwork(() => {
  void tryNow();
  void lookAtService();
});
window.addEventListener('storage', reread);
window.addEventListener('message', ({ data, source }: MessageEvent<ToChat | null>) => {
  if (source === window.parent && data?.azusena === 'opened') focusComposer();
});
void takeTicket().then(() => {
  renewTicket(arrive);
  render(<WidgetApp title={title} onClose={wanted.has('button') ? () => tell({ azusena: 'close' }) : null} />, document.getElementById('app')!);
  tell({ azusena: 'ready' });
});
