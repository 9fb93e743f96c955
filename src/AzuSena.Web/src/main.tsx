import './compatibility';
import { render } from 'preact';
import { App } from './app/App';
import { reread } from './conversation/known-conversations';
import { tryNow } from './api/connection';
import { lookAtService, watchNetwork } from './state/service';

watchNetwork(() => {
  void tryNow();
  void lookAtService();
});
window.addEventListener('storage', reread);
render(<App />, document.getElementById('app')!);
