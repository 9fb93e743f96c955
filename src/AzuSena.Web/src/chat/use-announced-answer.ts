import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../app/announcer';
import { type AnswerState, isOver } from '../answer/answer-state';
import { finishedSentences, plainWords } from '../markdown/plain';
import { texts } from '../texts';
import { noticeWords } from './Notices';

/** Has screen readers read an answer that comes about: sentence by sentence, never token by token. One of the past is not read. */
export function useAnnouncedAnswer(answer: AnswerState): void {
  const read = useRef(0);
  const began = useRef(false);
  const over = useRef(isOver(answer));

  useEffect(() => {
    if (over.current) return;
    if (!began.current) {
      began.current = true;
      announce(texts.announce.asked);
    }
    over.current = isOver(answer);
    const { sentences } = finishedSentences(answer.text.slice(read.current), over.current);
    read.current += sentences.length;
    announce(plainWords(sentences));
    if (!over.current) return;
    announce(noticeWords(answer));
    if (answer.status === 'done') announce(texts.announce.over(new Set(answer.citations.map((one) => one.number)).size, answer.more !== undefined));
  }, [answer]);
}
