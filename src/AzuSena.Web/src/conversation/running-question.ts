import { readJson, session } from '../state/storage';

/** The question that is being answered: what a reloaded page needs to go on with it. */
export interface RunningQuestion {
  conversation: string;
  question: string;
  questionId: string;
  /** The process that was asked. */
  service: string | null;
}

const place = 'azusena.running';

export const keepRunning = (running: RunningQuestion) => session.write(place, JSON.stringify(running));

export const dropRunning = () => session.remove(place);

export function runningOf(conversation: string): RunningQuestion | undefined {
  const running = readJson(session, place, isRunning);
  return running?.conversation === conversation ? running : undefined;
}

function isRunning(value: unknown): value is RunningQuestion {
  const running = value as Partial<RunningQuestion> | null;
  return typeof running?.conversation === 'string' && typeof running.question === 'string' && typeof running.questionId === 'string' && (running.service === null || typeof running.service === 'string');
}
