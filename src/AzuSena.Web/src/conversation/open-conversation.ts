import { ApiError, readConversation } from '../api/rest';
import { followRunning } from './asking';
import { keptExchanges } from './kept-exchanges';
import { retitle } from './known-conversations';
import { dropConversation, exchanges, leave, reading, show, shownBefore, trouble, whileShown } from './shown-conversation';

/** Opens what the tab showed before a reload. */
export async function restore(): Promise<void> {
  const id = shownBefore();
  if (id) await open(id);
}

export async function open(id: string): Promise<void> {
  leave();
  const mine = whileShown();
  reading.value = true;
  show(id);
  try {
    const conversation = await readConversation(id);
    if (mine.aborted) return;
    exchanges.value = keptExchanges(id, conversation.turns);
    if (conversation.title) retitle(id, conversation.title);
    followRunning(id, conversation.turns);
  } catch (error) {
    if (!mine.aborted) cannotOpen(id, error);
  } finally {
    if (!mine.aborted) reading.value = false;
  }
}

function cannotOpen(id: string, error: unknown): void {
  const code = error instanceof ApiError ? error.code : 'internal';
  if (code === 'conversation_not_found') dropConversation(id);
  trouble.value = code;
}
