import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { titleWords } from '../citations/quoted';
import { announce } from '../app/announcer';
import { Icon } from '../app/Icon';
import { useBack } from '../app/use-back';
import { ApiError, deleteConversation, renameConversation } from '../api/rest';
import { focusComposer, listOpen } from '../state/view';
import { texts } from '../texts';
import { type KnownConversation, retitle } from './known-conversations';
import { open } from './open-conversation';
import { conversationId, dropConversation } from './shown-conversation';

const longestTitle = 120;

/** A conversation of the list: opened, renamed or deleted. */
export function ConversationRow({ conversation: { id, title: kept } }: { conversation: KnownConversation }) {
  // A question of a person, or what a model made of it.
  const title = titleWords(kept) || kept;
  const words = texts.list;
  const [mode, setMode] = useState<'shown' | 'renamed' | 'deleted'>('shown');
  const [problem, setProblem] = useState('');
  const row = useRef<HTMLLIElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // The control that the row's state is about has the focus, and gives it back.
  const before = useRef(mode);
  useBack(mode !== 'shown', () => setMode('shown'));
  useLayoutEffect(() => {
    if (before.current === mode) return;
    row.current?.querySelector<HTMLElement>(mode === 'shown' ? `[data-for="${before.current}"]` : '[data-first]')?.focus();
    before.current = mode;
    field.current?.select();
  }, [mode]);

  const attempt = async (action: () => Promise<void>) => {
    try {
      setProblem('');
      await action();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'conversation_not_found') dropConversation(id);
      else setProblem(error instanceof ApiError && error.message ? error.message : words.failed);
    }
  };
  const rename = () =>
    attempt(async () => {
      const wanted = field.current?.value.trim();
      if (wanted) retitle(id, (await renameConversation(id, wanted)).title ?? wanted);
      setMode('shown');
    });
  const remove = () =>
    attempt(async () => {
      await deleteConversation(id);
      dropConversation(id);
      document.getElementById('list-heading')?.focus();
    });

  return (
    <li
      ref={row}
      class={id === conversationId.value ? 'row current' : 'row'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || mode === 'shown') return;
        event.stopPropagation();
        setMode('shown');
      }}
    >
      {mode === 'renamed' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <label class="unseen" for={`name-${id}`}>
            {words.name}
          </label>
          <input id={`name-${id}`} ref={field} data-first type="text" maxLength={longestTitle} defaultValue={title} autocomplete="off" />
          <button class="button" type="submit">
            {words.save}
          </button>
          <button class="text-button" type="button" onClick={() => setMode('shown')}>
            {words.cancel}
          </button>
        </form>
      ) : mode === 'deleted' ? (
        <div class="sure" role="group" aria-label={words.remove(title)}>
          <p>{words.sure}</p>
          <button class="button danger" type="button" onClick={() => void remove()}>
            {words.yes}
          </button>
          <button class="text-button" type="button" data-first onClick={() => setMode('shown')}>
            {words.no}
          </button>
        </div>
      ) : (
        <>
          <button class="row-title" type="button" aria-current={id === conversationId.value ? 'true' : undefined} onClick={() => show(id, title)}>
            {title}
          </button>
          <button class="icon-button" type="button" data-for="renamed" aria-label={words.rename(title)} title={words.rename(title)} onClick={() => setMode('renamed')}>
            <Icon name="pencil" />
          </button>
          <button class="icon-button" type="button" data-for="deleted" aria-label={words.remove(title)} title={words.remove(title)} onClick={() => setMode('deleted')}>
            <Icon name="trash" />
          </button>
        </>
      )}
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </li>
  );
}

function show(id: string, title: string) {
  if (id !== conversationId.value) {
    void open(id);
    announce(texts.announce.opened(title));
  }
  listOpen.value = false;
  requestAnimationFrame(focusComposer);
}
