import './compatibility';
import { render } from 'preact';
import { App } from './app/App';
import { reread } from './conversation/known-conversations';
import { warmUp } from './conversation/open-conversation';
import { lookAtService, watchNetwork } from './state/service';

watchNetwork(() => {
  warmUp();
  void lookAtService();
});
window.addEventListener('storage', reread);
render(<App />, document.getElementById('app')!);
