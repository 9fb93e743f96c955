/** The typed events of an answer, as docs/api.md lists them. */
export type AnswerEvent = { sequence?: number } & (
  | { type: 'answer_started'; question_id: string; mode: string }
  | { type: 'transcription_partial'; text: string }
  | { type: 'transcription_completed'; transcription: { text: string } }
  | { type: 'question_rewritten'; question: string }
  | { type: 'passages_retrieved'; passages: RetrievedPassage[]; corrections: Correction[] }
  | { type: 'queue_position'; position: number }
  | { type: 'model_loading'; model: string }
  | { type: 'reasoning_token'; text: string }
  | { type: 'tool_called'; name: string; arguments: unknown; title?: string; asked?: string }
  | { type: 'tool_returned'; name: string; result?: string; failed: boolean; title?: string }
  | { type: 'mode_changed'; mode: string; code: string }
  | { type: 'answer_abstained'; confidence: number; closest_titles: string[]; closest: ClosestPassage[] }
  | { type: 'answer_token'; text: string }
  | { type: 'sentence_grounded'; grounding: Grounding }
  | { type: 'answer_completed'; answer: Answer }
  | { type: 'answer_failed'; code: string; message: string; retry_after_seconds?: number }
);

export interface RetrievedPassage {
  passage_id: string;
  title: string;
}

/** What there is to read where the documents do not answer. */
export interface ClosestPassage {
  title: string;
  passage_id: string;
}

/** A word of the question that was read as another. */
export interface Correction {
  from: string;
  to: string;
}

/** The passage behind a sentence: `start` and `end` place the quoted words in the passage's text, in UTF-16 units. */
export interface Citation {
  number: number;
  passage_id: string;
  title: string;
  source?: string;
  date?: string;
  heading_path?: string[];
  locator?: string;
  quote?: string;
  start?: number;
  end?: number;
  /** The call that the quote is the result of; then there is no passage to open. */
  tool?: { name: string; title: string; asked: string };
}

/** Whether a citation, of an answer or of a kept turn, is of a tool and not of a document. */
export const isTool = (citation: Pick<Citation, 'passage_id'>) => citation.passage_id.startsWith('tool:');

export type Support = 'supported' | 'partly' | 'unsupported';

/** A finished sentence, held against the passages; `start` and `end` place it in the answer's text. */
export interface Grounding {
  sentence: string;
  start: number;
  end: number;
  support: Support;
  citations?: Citation[];
  not_found?: string[];
}

export type Completeness = 'complete' | 'partial' | 'none';

export interface Answer {
  response: string;
  /** The beginning of the response that answers by itself, without marks. */
  lead?: string;
  completeness: Completeness;
  /** What else was found; not in the response. */
  more?: Citation[];
  /** What to ask next. */
  suggestions?: string[];
  question_id: string;
  mode: string;
  abstained: boolean;
  low_confidence: boolean;
  /** Why it is not among its conversation's turns, in words for a person. */
  not_kept?: { code: string; message: string };
  citations: Citation[];
  grounding?: Grounding[];
}
