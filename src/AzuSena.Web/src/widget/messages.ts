/** What the chat in its frame tells the page around it. It says nothing of the conversation: the page is a stranger. */
export type FromChat = { azusena: 'ready' | 'close' };

/** What the button's script tells the chat in its frame. */
export type ToChat = { azusena: 'opened' };
