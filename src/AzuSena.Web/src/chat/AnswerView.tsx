import { useMemo } from 'preact/hooks';
import { isOver } from '../answer/answer-state';
import { leadEnd } from '../answer/lead';
import type { ClosestPassage } from '../api/events';
import { Azu, type Mood } from '../azu/Azu';
import { CitationMark } from '../citations/CitationMark';
import { closestOf, withClosestMarks } from '../citations/closest-marks';
import { PassageWords } from '../citations/PassageWords';
import type { Exchange } from '../conversation/shown-conversation';
import { Markdown, type MarkDrawing } from '../markdown/Markdown';
import { recording } from '../voice/voice-state';
import { speaking } from '../voice/read-aloud';
import { texts } from '../texts';
import { AnswerActions } from './AnswerActions';
import { Closest } from './Closest';
import { Doubts } from './Doubts';
import { FailureNote } from './FailureNote';
import { More } from './More';
import { NextQuestions } from './NextQuestions';
import { Notices } from './Notices';
import { Progress } from './Progress';
import { Sources } from './Sources';
import { useAnnouncedAnswer } from './use-announced-answer';

const none: ClosestPassage[] = [];

/** An answer as it comes about and once it is whole. */
export function AnswerView({ exchange, isLast }: { exchange: Exchange; isLast: boolean }) {
  const { answer } = exchange;
  useAnnouncedAnswer(answer);

  const doubtful = useMemo(() => answer.grounding.map((grounding, index) => ({ ...grounding, index })).filter((one) => one.support !== 'supported'), [answer.grounding]);
  const closest = answer.abstained && answer.closest ? answer.closest : none;
  const text = withClosestMarks(answer.text, closest);
  const draw = useMemo<MarkDrawing>(
    () => ({
      citation: (number) => drawTitle(closestOf(number, closest)) ?? <CitationMark number={number} citations={answer.citations} />,
      doubt: () => <sup class="doubt-mark" title={texts.answer.doubt}><span aria-hidden="true">?</span><span class="unseen">({texts.answer.doubt})</span></sup>,
    }),
    [answer.citations, closest],
  );

  return (
    <div class={`answer answer-${answer.status}`} data-status={answer.status}>
      <div class="answer-azu">
        <AnswerAzu exchange={exchange} isLast={isLast} />
      </div>
      <div class="answer-body">
        <h2 class="unseen">{texts.thread.azu}</h2>
        <Notices answer={answer} />
        {text ? (
          <div class={answer.abstained ? 'notice notice-abstained' : undefined}>
            <Markdown text={text} lead={leadEnd(text, answer.lead)} doubts={doubtful} draw={draw} />
          </div>
        ) : null}
        <Progress answer={answer} />
        <FailureNote exchange={exchange} isLast={isLast} />
        {isOver(answer) && answer.text ? (
          <>
            <Closest closest={closest} text={answer.text} />
            <Doubts sentences={doubtful} />
            {answer.notKept ? <p class="notice">{answer.notKept}</p> : null}
            <Sources citations={answer.citations} />
            {answer.more ? <More more={answer.more} /> : null}
            <AnswerActions exchange={exchange} />
            {isLast && answer.suggestions ? <NextQuestions questions={answer.suggestions} /> : null}
          </>
        ) : null}
      </div>
    </div>
  );
}

function drawTitle(passage: ClosestPassage | undefined) {
  return passage ? <PassageWords citation={{ number: 0, ...passage }} /> : null;
}

// Apart from the text, for it changes with every frame while somebody speaks.
function AnswerAzu({ exchange, isLast }: { exchange: Exchange; isLast: boolean }) {
  return <Azu mood={moodOf(exchange, isLast)} level={isLast ? (recording.value?.level ?? 0) : 0} size="small" />;
}

function moodOf({ key, answer }: Exchange, isLast: boolean): Mood {
  if (isLast && recording.value) return 'listening';
  if (speaking.value === key || answer.status === 'writing') return 'talking';
  return answer.status === 'waiting' ? 'thinking' : 'idle';
}
