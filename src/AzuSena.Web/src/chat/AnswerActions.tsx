import { useState } from 'preact/hooks';
import { announce } from '../app/announcer';
import { Icon } from '../app/Icon';
import type { Exchange } from '../conversation/shown-conversation';
import { texts } from '../texts';
import { readOut, restOffered, silence, speaking, speechProblem } from '../voice/read-aloud';
import { Feedback } from './Feedback';

/** What can be done with an answer. */
export function AnswerActions({ exchange }: { exchange: Exchange }) {
  const words = texts.answer;
  const [copied, setCopied] = useState(false);
  const isRead = speaking.value === exchange.key;
  const { questionId, status, text } = exchange.answer;
  const listen = isRead ? words.quiet : restOffered.value === exchange.key ? words.listenOn : words.listen;

  const copy = async () => {
    await copyText(text);
    announce(texts.announce.copied);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };

  return (
    <div class="actions" role="group" aria-label={words.actions}>
      <button class="icon-button" type="button" aria-label={copied ? words.copied : words.copy} title={copied ? words.copied : words.copy} onClick={() => void copy()}>
        <Icon name={copied ? 'check' : 'copy'} />
      </button>
      <button class="icon-button" type="button" aria-label={listen} title={listen} onClick={() => (isRead ? silence() : void readOut(exchange.key, exchange.answer))}>
        <Icon name={isRead ? 'stop' : 'speaker'} />
      </button>
      {questionId && status === 'done' ? <Feedback question={questionId} /> : null}
      <p class="aside" role="status">
        {speechProblem.value?.key === exchange.key ? speechProblem.value.words : ''}
      </p>
    </div>
  );
}

// The clipboard's own way needs a secure context; the older one works without.
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
    document.body.append(field);
    const focused = document.activeElement;
    field.select();
    document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
