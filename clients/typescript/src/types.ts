// Written by clients/generate.mjs from the service's description. Do not edit.

/** A finished answer. */
export interface Answer {
  /** The answer's text (Markdown), with citation numbers such as `[1]`. */
  response: string;
  /** The question's id, used in logs and later calls. */
  question_id: string;
  /** The id of the question's conversation, if any. */
  conversation_id?: string;
  /** How the answer was made: `extractive`, or the server and its model, such as `ollama:mistral:7b`. */
  mode: string;
  /** Whether the documents do not answer the question. */
  abstained: boolean;
  /** Probability that the documents answer it, 0 to 1. */
  confidence: number;
  /** Whether the answer is uncertain: its confidence lies between the two thresholds, or the model that wrote it cited no passage. */
  low_confidence: boolean;
  /** The cited passages, in the order of the text. */
  citations: Citation[];
  /** The duration of each step. */
  timings_ms: AnswerTimings;
  /** The prompt that a model wrote the answer from, with the hash of its files; null if no model wrote it. */
  prompt?: string;
  /** The answer's sentences, checked against the passages; null if there are no passages to check against, as in small talk. */
  grounding?: SentenceGrounding[];
  not_kept?: NotKept;
  /** How much of what was asked the documents answer; Completeness.None for an abstention. */
  completeness?: Completeness;
  /** The beginning of Response that answers by itself, without citation marks: a sentence, a list or a row. It is what is spoken first. Null
if nothing is answered. */
  lead?: string;
  /** What else was found, quoted, best first; not in Response. Null if there is nothing more. */
  more?: Citation[];
  /** Up to three questions to ask next, from those that the cited documents list; null if there are none. */
  suggestions?: string[];
  usage?: TokenUsage;
}

/** One step of an answer in progress. Every interface of the service produces a stream of these events: it starts with AnswerStarted, preceded by
the transcription if the question was spoken, and ends with exactly one AnswerCompleted or AnswerFailed. The text of the answer
is the concatenation of the AnswerTokens. */
export type AnswerEvent =
  | AnswerStarted
  | TranscriptionPartial
  | TranscriptionCompleted
  | QuestionRewritten
  | PassagesRetrieved
  | QueuePosition
  | ModelLoading
  | ReasoningToken
  | ToolCalled
  | ToolReturned
  | ModeChanged
  | AnswerAbstained
  | AnswerToken
  | SentenceGrounded
  | AnswerCompleted
  | AnswerFailed
  | KeepAlive;

/** The documents do not answer the question; the answer's text says so. */
export interface AnswerAbstained {
  type: 'answer_abstained';
  /** Probability that the documents answer it, 0 to 1. */
  confidence: number;
  /** The best passage of each of the closest documents, which may still help. */
  closest: ClosestPassage[];
  /** The titles of the closest documents. */
  closest_titles?: string[];
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The answer is complete. */
export interface AnswerCompleted {
  type: 'answer_completed';
  /** The whole answer. */
  answer: Answer;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The answer could not be started or completed. */
export interface AnswerFailed {
  type: 'answer_failed';
  /** Stable error code. */
  code: string;
  /** The same as a Spanish message for the user. */
  message: string;
  /** Seconds until a retry is sensible, if that can be estimated. */
  retry_after_seconds?: number;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The question was accepted. */
export interface AnswerStarted {
  type: 'answer_started';
  /** The question's id, used in logs and later calls. */
  question_id: string;
  /** How the answer will be made: `extractive`, or the server and its model, such as `ollama:mistral:7b`. */
  mode: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The next piece of the answer's text (Markdown). */
export interface AnswerToken {
  type: 'answer_token';
  /** The text to append. */
  text: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** Sent when nothing happened for a while and the answer is still in progress. It is not a step of the answer, so it has no number. */
export interface KeepAlive {
  type: 'keep_alive';
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The model failed before it wrote anything; the answer is made in another mode. */
export interface ModeChanged {
  type: 'mode_changed';
  /** The new mode. */
  mode: string;
  /** Stable code of the failure. */
  code: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The model is not loaded yet, so its first token will be delayed. */
export interface ModelLoading {
  type: 'model_loading';
  /** The model's name. */
  model: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The documents were searched. */
export interface PassagesRetrieved {
  type: 'passages_retrieved';
  /** The passages found, best first. */
  passages: RetrievedPassage[];
  /** Spelling corrections of the question's words. */
  corrections: SpellingCorrection[];
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The question was made standalone, translated into Spanish, or extracted from a longer text; the result is searched and answered. */
export interface QuestionRewritten {
  type: 'question_rewritten';
  /** The rewritten question. */
  question: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The question is queued for the model. Sent whenever the position changes, once per model request. */
export interface QueuePosition {
  type: 'queue_position';
  /** The position, from 1. */
  position: number;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The next piece of the model's reasoning. It is not part of the answer, and may be wrong even if the answer is right. */
export interface ReasoningToken {
  type: 'reasoning_token';
  /** The text to append. */
  text: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** A finished sentence of the answer was checked against the passages and the results of tools. */
export interface SentenceGrounded {
  type: 'sentence_grounded';
  /** The result; its offsets refer to the streamed text. */
  grounding: SentenceGrounding;
  /** Whether the sentence is retracted: the finished answer does not contain it. */
  retracted?: boolean;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** A tool is called: by the model, or because its author says that it answers the question. */
export interface ToolCalled {
  type: 'tool_called';
  /** The tool's name as the model knows it: `calendar_is_holiday`. */
  name: string;
  /** The arguments, a JSON object. */
  arguments: unknown;
  /** The tool's name for people: `Calendario`; null if it has none. */
  title?: string;
  /** The arguments as people read them: `25 de diciembre de 2026`; null if there are none. */
  asked?: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** A tool that was called has returned. */
export interface ToolReturned {
  type: 'tool_returned';
  /** The tool's name as the model knows it. */
  name: string;
  /** The result, shortened; null if the tool failed. */
  result?: string;
  /** Whether the tool failed; the answer is made without it. */
  failed: boolean;
  /** The tool's name for people; null if it has none. */
  title?: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** A spoken question was transcribed; string Transcription.Text is the question. */
export interface TranscriptionCompleted {
  type: 'transcription_completed';
  /** The whole transcription. */
  transcription: Transcription;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The partial transcription of a spoken question; each replaces the previous one. */
export interface TranscriptionPartial {
  type: 'transcription_partial';
  /** The text from the beginning of the recording. */
  text: string;
  /** Its place in a stream that a client may leave and take up again: 1, 2, …; missing for what is no step of it. */
  sequence?: number;
}

/** The duration of an answer's steps, in milliseconds. */
export interface AnswerTimings {
  /** Searching the documents. */
  retrieval: number;
  /** Composing the text. */
  composition: number;
  /** The whole answer, including the rewriting of a follow-up question. */
  total: number;
}

/** The trace of one answer, from the question to its last sentence. */
export interface AnswerTrace {
  /** The question's id. */
  question_id: string;
  /** When the question was asked. */
  asked_at: string;
  /** The outcome. */
  outcome: TraceOutcome;
  /** The error code reported to the client, if the answer failed. */
  code?: string;
  /** The original and the searched question. */
  question: TracedQuestion;
  /** The settings of the answer. */
  settings: TracedSettings;
  retrieval?: TracedRetrieval;
  evidence?: WeighedEvidence;
  prompt?: TracedPrompt;
  answer?: TracedAnswer;
  /** The events with their times, each kind once. */
  steps: TracedStep[];
  /** The total duration, in milliseconds. */
  total_ms: number;
  /** Whether something was omitted to stay within `Trace__MaxBytes`. */
  shortened?: boolean;
  /** A model's judgements of sentences with too little word overlap; null if none was asked. */
  judgements?: TracedJudgement[];
  routing?: TracedRouting;
}

/** The result for a considered passage. */
export type CandidateFate = 'kept' | 'beyond_limit' | 'below_score' | 'before_rerank';

/** How a passage was found. */
export type CandidateSource = 'words' | 'vectors' | 'rule';

/** The passage, or the result of a tool, that supports a sentence of an answer. */
export interface Citation {
  /** The citation number, as `[1]` in the text; a passage keeps its number within an answer. */
  number: number;
  /** The passage's id, for `GET /azusena_api/passages/{id}`. */
  passage_id: string;
  /** The document's title. */
  title: string;
  /** The source of the document's facts. */
  source?: string;
  /** The date as of which the document is valid. */
  date?: string;
  /** The headings above the quote, outermost first. */
  heading_path: string[];
  /** The quoted text, as in the passage. */
  quote: string;
  /** Start of the quote in the passage's text, in UTF-16 units. */
  start: number;
  /** End of the quote, exclusive. */
  end: number;
  /** The passage's place in the document, as text for the user: page, row, article, or else the headings. */
  locator?: string;
  tool?: ToolUse;
}

/** A passage to read where the documents do not answer a question. */
export interface ClosestPassage {
  /** The document's title. */
  title: string;
  /** The passage's id. */
  passage_id: string;
}

/** How much of what was asked an answer holds. */
export type Completeness = 'complete' | 'partial' | 'none';

/** A question with its finished answer. */
export interface ConversationTurn {
  /** The question's id, used in logs. */
  question_id: string;
  /** The original question. */
  question: string;
  /** The question as a standalone question; the same text if no rewriting was needed. */
  standalone_question: string;
  /** The answer's text (Markdown). */
  answer: string;
  /** How the answer was made. */
  mode: string;
  /** Whether the documents did not answer the question. */
  abstained: boolean;
  /** The cited passages. */
  citations: TurnCitation[];
  /** When the answer was completed. */
  answered_at: string;
  /** How much of what was asked the answer holds. */
  completeness?: Completeness;
  /** The beginning of the answer that answers by itself; null for an abstention, and in turns stored before leads were recorded. */
  lead?: string;
  /** What else was found, as it was quoted; null if there was nothing more. */
  more?: Citation[];
}

/** A conversation as returned over REST. */
export interface ConversationView {
  /** Its id, to be sent with each question and kept secret. */
  conversation_id: string;
  /** Its subject; absent until a question was asked. */
  title?: string;
  /** When it began. */
  created_at: string;
  /** When it will be deleted, unless an answer arrives before. */
  expires_at: string;
  /** Its questions and answers, oldest first. */
  turns: ConversationTurn[];
}

/** The metadata of a document. */
export interface DocumentInfo {
  /** Its path below the corpus folder, with forward slashes. */
  path: string;
  /** Its title (`titulo`). */
  title: string;
  /** The source of its facts (`fuente`). */
  source?: string;
  /** The date as of which it is valid (`fecha`). */
  as_of?: string;
  /** Its topics (`temas`). */
  topics?: string[];
  /** When its rules apply, if they have a start or an end (`vigencia`). */
  validity?: string;
}

/** A file of the folder. */
export interface DocumentReport {
  /** The document's title; absent if it was not read. */
  title?: string;
  /** Its path below the folder. */
  path: string;
  /** The ending of its name. */
  kind: string;
  /** The number of its pages, if it has some. */
  pages?: number;
  /** The number of its passages. */
  passages: number;
  /** `indexed`, `partly_indexed` (see the warnings), `failed` or `passed_over`. */
  state: string;
  /** What was left out, and what to do. */
  warnings: DocumentWarning[];
  /** When it was read. */
  indexed_at?: string;
}

/** Something that was left out. */
export interface DocumentWarning {
  /** Stable name of the reason. */
  rule: string;
  /** The line, from 1, if known. */
  line?: number;
  /** The reason and what to do, in Spanish. */
  text: string;
}

/** The documents of the folder. */
export interface DocumentsReport {
  /** Those that are indexed, and the files that were not read, by path. */
  documents: DocumentReport[];
}

/** Features that distinguish answerable questions from those that the documents do not answer. All range from 0 to about 1. */
export interface EvidenceFeatures {
  /** Best BM25 score divided by the maximum that the question's idf mass allows. */
  match?: number;
  /** ln(1 + best BM25 in units of one term that occurs once): the amount of matched text, larger for long questions. */
  strength?: number;
  /** Largest share of the idf mass that one sentence with its context contains. */
  sentence_coverage?: number;
  /** Largest share of the question's adjacent word pairs that one passage contains. */
  pair_coverage?: number;
  /** Largest share of the question's character 4-grams that one passage contains. */
  gram_coverage?: number;
  /** Largest share of the idf mass that the title and headings of one passage contain. */
  place_coverage?: number;
  /** Share of the question's capitalised words that the best passage lacks. */
  missing_names?: number;
  /** Largest share of the rare terms that one passage contains, each term weighted by the square of its idf. */
  rare_coverage?: number;
  /** Share of the question's terms that no document contains. */
  unknown_terms?: number;
  /** Share of the idf mass of spelling corrections: the words may have meant something that the documents do not contain. */
  guessed_terms?: number;
  /** 1 if the question asks for a kind of thing (a number, a date, a name, a list) that the best sentence lacks. */
  type_missing?: number;
  /** Largest share of the idf mass that one sentence alone contains. */
  sentence_alone?: number;
  /** Share of the question's numbers missing from the passage with most of them. */
  missing_numbers?: number;
  /** ln(1 + number of terms). */
  length?: number;
  /** 1 if a full name of the question is in no passage. */
  absent_name?: number;
  /** 1 if the question names a year that no document contains. */
  unknown_year?: number;
  /** 1 if the question names a number of a person or a group, such as that of an identity card: what it asks is in no document. */
  personal_number?: number;
  /** Best cosine of a passage's vector and the question's; 0 without vectors. */
  nearness?: number;
  /** Mean cosine of the first five passages; 0 without vectors. */
  neighbourhood?: number;
  /** Best cosine of a quotable unit's vector and the question's; 0 without vectors of units. */
  closest_unit?: number;
  /** The same of the quote that ranks first. */
  lead_closeness?: number;
  /** The reader's highest log odds of a quote, against "not here": -1 to 1 for -8 to 8; 0 without a reader. */
  read_best?: number;
  /** The same of the quote that ranks first. */
  read_first?: number;
  /** The same of all quotes of one passage together, the highest. */
  read_passage?: number;
}

/** A rating of an answer. */
export interface FeedbackRequest {
  /** `up` or `down`. */
  rating?: string;
  /** The reason, up to 1,000 characters. */
  comment?: string;
}

/** The outcome of a judgement. */
export type JudgeOutcome = 'holds' | 'no' | 'failed';

/** The name of a law, decree, code or other body of rules. */
export interface LawName {
  /** Its folded kind: `ley`, `decreto`, `codigo`, …; for other kinds, the first word of the name. */
  kind: string;
  /** Its number, digits only; null for one that is referred to by name. */
  number?: string;
  /** Its year, if known. */
  year?: number;
  /** Its display name, with white space collapsed. */
  name: string;
  /** The name with preposition and article: `de la ley 100 de 1993`, `del código penal`. */
  with_preposition?: string;
}

/** The place of a passage in its document beyond the headings, as far as the document's format provides it. */
export interface Locator {
  /** The page it starts on, from 1. */
  page?: number;
  /** The page it ends on. */
  last_page?: number;
  /** The worksheet of a workbook. */
  sheet?: string;
  /** The table row as numbered in the file, from 1. */
  row?: number;
  rule?: RuleReference;
  /** How sure its text is, 0 to 1, if it was recognised from a picture; else null. */
  ocr?: number;
  /** The place as Spanish text: `página 3`, `hoja Datos, fila 12`, `artículo 48 de la ley 100 de 1993`. */
  text?: string;
}

/** Why an answer could not be stored in its conversation. Later questions there are not interpreted in its context. */
export interface NotKept {
  /** Stable error code. */
  code: string;
  /** The same as a Spanish message for the user. */
  message: string;
}

/** A section of a document that is searched, cited and shown as a unit. */
export interface Passage {
  /** Stable public id, derived from the document path, the position and the text. */
  id: string;
  /** The document. */
  document: DocumentInfo;
  /** The headings above it, outermost first, without the document's title. */
  heading_path: string[];
  /** Its index among the document's passages, from 0. */
  position: number;
  /** Its text: one paragraph or list item per line, inner headings as `## …`. */
  text: string;
  locator?: Locator;
  /** Title, headings and locator, one per line; searched along with the text. */
  place?: string;
  /** What people ask that its sections answer (`preguntas`), by section: searched along with the text, never quoted. */
  questions?: SectionQuestions[];
  tool?: ToolUse;
}

/** A question as sent over REST and SignalR. */
export interface QueryRequest {
  /** The question, up to 4,000 characters. */
  query?: string;
  /** The conversation it belongs to, if any; returned in the answer. */
  conversation_id?: string;
  max_docs?: number;
  /** The prompt variant that a model must answer with; `base` for the prompt itself. */
  prompt_variant?: string;
  /** Whether a streamed answer continues for a while when the connection is cut, so that it can be resumed. */
  resumable?: boolean;
}

/** The outcome of a reading. */
export type ReadingOutcome = 'read' | 'not_needed' | 'not_ready' | 'busy' | 'slow' | 'failed';

/** A passage that the answer may draw on. */
export interface RetrievedPassage {
  /** The passage's id. */
  passage_id: string;
  /** The document's title. */
  title: string;
  /** The headings above the passage, outermost first. */
  heading_path: string[];
  /** 0 to 1, comparable within this search only. */
  score: number;
}

/** One article of one law. */
export interface RuleReference {
  /** The law. */
  law: LawName;
  /** The article's number, normalised by string? ArticleNumber.Normalise(string? text). */
  article: string;
  /** The reference in Spanish: `artículo 48 de la ley 100 de 1993`. */
  text?: string;
}

/** The questions that the author of a document listed for one of its sections. */
export interface SectionQuestions {
  /** The heading of the section; null if it has none. */
  heading?: string;
  /** The questions. */
  questions: string[];
}

/** A sentence of an answer, checked against the passages. */
export interface SentenceGrounding {
  /** The sentence as in the answer, without citation marks. */
  sentence: string;
  /** Start in the answer's text, in UTF-16 units. */
  start: number;
  /** End, exclusive, including the citation marks. */
  end: number;
  /** Whether the passages support it. */
  support: SentenceSupport;
  /** The degree of support, 0 to 1. */
  score: number;
  /** The passages that support it, with the supporting text. */
  citations: Citation[];
  /** Laws, articles, amounts, dates and numbers of the sentence that no passage contains, as written. */
  not_found: string[];
}

/** How far passages support a sentence. */
export type SentenceSupport = 'supported' | 'partly' | 'unsupported';

/** The text to read. */
export interface SpeechRequest {
  /** Markdown, as in an answer. */
  text?: string;
}

/** A question word that is not in the documents, replaced by the nearest word that is. */
export interface SpellingCorrection {
  /** The word as typed, folded. */
  from: string;
  /** The replacement, folded. */
  to: string;
}

/** Suggested questions. */
export interface SuggestionsReport {
  /** Questions that the documents answer; empty if none are configured. */
  suggestions: string[];
}

/** A title for a conversation. */
export interface TitleRequest {
  /** Up to 120 characters. */
  title?: string;
}

/** The tokens of the model's reply, as its server counted them. */
export interface TokenUsage {
  /** Tokens of the prompt. */
  input: number;
  /** Tokens of the reply, reasoning included. */
  output: number;
}

/** Who answers a question. */
export type ToolChoice = 'documents' | 'tool' | 'both' | 'ask';

/** The call of a tool that a text is the result of. */
export interface ToolUse {
  /** The tool's name as events have it: `calendar_is_holiday`. */
  name: string;
  /** Its name for people: `Calendario`. */
  title: string;
  /** Its inputs as people read them: `25 de diciembre de 2026`; empty if it has none. */
  asked: string;
}

/** The outcome of an answer. */
export type TraceOutcome = 'answered' | 'abstained' | 'failed' | 'cancelled';

/** A finished answer. */
export interface TracedAnswer {
  /** Its text. */
  response: TracedText;
  /** The final mode. */
  mode: string;
  /** Whether it was an abstention. */
  abstained: boolean;
  /** Probability that the documents answer the question, 0 to 1. */
  confidence: number;
  /** Whether it was marked as uncertain. */
  low_confidence: boolean;
  /** The citations, in the order of the text. */
  citations: TracedCitation[];
  /** Its sentences, checked against the passages; null if there were no passages to check against. */
  grounding?: TracedSentence[];
  /** The duration of each step. */
  timings_ms: AnswerTimings;
  completeness?: Completeness;
}

/** A considered passage, with its scores at each stage. */
export interface TracedCandidate {
  /** The passage's id, valid unless it has been replaced since. */
  passage_id?: string;
  /** How it was found. */
  found_by: CandidateSource;
  /** Its place in the final order, from 1; null if it was not ranked. */
  rank?: number;
  /** The result. */
  fate: CandidateFate;
  /** BM25 over the question's terms. */
  bm25: number;
  rerank?: TracedRerank;
  /** The score by words, 0 to 1. */
  words?: number;
  /** The cosine of its vector and the question's. */
  cosine?: number;
  /** The final score, words and vectors weighted. */
  score?: number;
  /** The document's title, if the passage was kept and texts are stored. */
  title?: string;
  /** The passage's text, if the passage was kept and texts are stored. */
  text?: string;
}

/** A range of a passage that supports a sentence. */
export interface TracedCitation {
  /** The citation number in the answer. */
  number: number;
  /** The passage's id. */
  passage_id: string;
  /** Start in the passage's text, in UTF-16 units. */
  start: number;
  /** End, exclusive. */
  end: number;
}

/** A spelling correction. */
export interface TracedCorrection {
  /** The word as typed, folded. */
  from: string;
  /** The replacement. */
  to: string;
}

/** A model's judgement of whether a passage supports a sentence. */
export interface TracedJudgement {
  /** Start of the sentence in the streamed text, in UTF-16 units. */
  start: number;
  /** The outcome. */
  outcome: JudgeOutcome;
  /** The number of the supporting passage, if any. */
  passage?: number;
  /** The prompt used, with its hash. */
  prompt: string;
  /** The duration, in milliseconds. */
  ms: number;
}

/** The settings of a model request. */
export interface TracedModel {
  /** The model's name at the server. */
  name?: string;
  /** The sampling temperature. */
  temperature?: number;
  /** The probability mass of the tokens sampled from. */
  top_p?: number;
  /** The random seed, if any. */
  seed?: number;
  /** The maximum tokens of the reply. */
  max_output_tokens?: number;
  /** The maximum tokens of prompt and reply together. */
  context_tokens: number;
  /** The tools that the model could call. */
  tools: string[];
}

/** The input of a model. */
export interface TracedPrompt {
  /** The prompt, with the hash of its files. */
  version: string;
  /** The variant; `base` for the prompt itself. */
  variant: string;
  /** The hash of the roles and texts of the rendered messages: equal hashes mean equal requests. */
  sha256: string;
  /** The server and the model. */
  mode: string;
  /** The model's settings. */
  model: TracedModel;
}

/** A question. */
export interface TracedQuestion {
  /** The original question. */
  asked: TracedText;
  /** The standalone question that was searched. */
  standalone: TracedText;
  /** Whether it was asked in a conversation. */
  in_conversation: boolean;
  /** The maximum number of passages for the answer. */
  max_passages: number;
  /** The requested prompt variant, if any. */
  prompt_variant?: string;
  previous?: TracedText;
}

/** The components of the rerank score, before weighting. */
export interface TracedRerank {
  /** The score of the question's word pairs. */
  pairs: number;
  /** The score of the best single sentence. */
  sentence: number;
  /** The score of title and headings. */
  place: number;
  /** The score of character 4-grams. */
  grams: number;
  /** The score of the most similar of the questions listed for it. */
  listed?: number;
}

/** The trace of a search. */
export interface TracedRetrieval {
  /** The generation of the store that was searched. */
  generation: number;
  /** The database of the generation; null if the search was not the product's own. */
  store?: string;
  /** The question's terms after spelling correction, in order. */
  terms: TracedTerm[];
  /** Spelling corrections; empty if texts are not stored. */
  corrections: TracedCorrection[];
  /** The number of spelling corrections. */
  correction_count: number;
  rules?: TracedRules;
  vectors?: TracedVectors;
  /** All considered passages: first the reranked ones, best first, then those that were found by words but not reranked. */
  candidates: TracedCandidate[];
}

/** How a question was held against the tools' patterns. */
export interface TracedRouting {
  /** Who answers. */
  choice: ToolChoice;
  /** The score from which a tool is called. */
  from: number;
  /** The functions that fit best, the best first. They hold nothing of the question. */
  candidates: TracedToolCandidate[];
}

/** The lookup of the articles that a question names. */
export interface TracedRules {
  /** The number of articles found. */
  found: number;
  /** The number of articles missing. */
  missing: number;
  /** All named articles; empty if texts are not stored. */
  named: string[];
}

/** A sentence, checked against the passages. */
export interface TracedSentence {
  /** Start in the answer's text, in UTF-16 units. */
  start: number;
  /** End, exclusive. */
  end: number;
  /** Whether the passages support it. */
  support: SentenceSupport;
  /** The degree of support, 0 to 1. */
  score: number;
  /** The supporting ranges. */
  citations: TracedCitation[];
  /** Laws, amounts, dates and numbers of the sentence that no passage contains. */
  not_found: TracedText[];
}

/** The settings that determine an answer besides the question and the documents. */
export interface TracedSettings {
  /** The version of the product. */
  version: string;
  /** How the answer was to be made; null if it was not started. */
  mode?: string;
  /** The confidence below which the service abstains. */
  abstain_below: number;
  /** The confidence below which an answer is marked as uncertain. */
  uncertain_below: number;
  /** The policy for unsupported sentences. */
  unsupported: string;
  /** The minimum score of a passage. */
  min_score: number;
}

/** All events of one kind. */
export interface TracedStep {
  /** The event's name in the stream. */
  step: string;
  /** The tool or mode. */
  detail?: string;
  /** When the first occurred, in milliseconds after the question. */
  ms: number;
  /** The number of events. */
  count: number;
  /** When the last occurred, if there were several. */
  last_ms?: number;
}

/** A term of the question. */
export interface TracedTerm {
  /** The stem; null if texts are not stored. */
  stem?: string;
  /** The inverse document frequency among the passages. */
  idf: number;
  /** Whether it comes from spelling correction. */
  is_guess: boolean;
}

/** A text that is identified by its hash, whether or not the text itself is stored. */
export interface TracedText {
  /** The hash of its UTF-8 bytes, in hexadecimal. */
  sha256: string;
  /** The text; null if `Trace__Text` is off. */
  text?: string;
}

/** A function that a question came near. */
export interface TracedToolCandidate {
  /** Its name: `calendar.is_holiday`. */
  function: string;
  /** The pattern that fits best. */
  pattern: string;
  /** How well it fits, 0 to 1. */
  score: number;
  /** Whether it was called, or asked back. */
  is_called: boolean;
  /** The parameters that the question gave no value for. */
  missing: string[];
}

/** The vectors that were searched. */
export interface TracedVectors {
  /** Their provider and model. */
  embedder: string;
  /** Their share in the final scores. */
  weight: number;
  /** The kind of index. */
  index: string;
  /** The number of vectors. */
  count: number;
  /** The generation of the store that they correspond to. */
  generation: number;
}

/** The transcription of a recording. */
export interface Transcription {
  /** The whole text. */
  text: string;
  /** The language of the speech, such as `es`. */
  language: string;
  /** The segments with their times, in order. */
  segments: TranscriptionSegment[];
  /** The recording's length. */
  audio_seconds: number;
}

/** A segment of a transcription. */
export interface TranscriptionSegment {
  /** Seconds from the recording's beginning. */
  start: number;
  /** Seconds from the recording's beginning, exclusive. */
  end: number;
  /** The segment's text. */
  text: string;
}

/** A passage cited by a stored answer. The passage may have been replaced since; its document's title is stored with the citation. */
export interface TurnCitation {
  /** The citation number, as `[1]`. */
  number: number;
  /** The passage's id. */
  passage_id: string;
  /** The document's title. */
  title: string;
  /** The quoted text, as it was in the passage; null in turns stored before quotes were recorded. */
  quote?: string;
  /** Start of the quote in the passage's text, in UTF-16 units. */
  start?: number;
  /** End of the quote, exclusive. */
  end?: number;
}

/** A finished answer to a spoken question: the answer with its transcription. */
export interface VoiceAnswer {
  /** The transcribed question. */
  transcription?: string;
  /** The language of the question, such as `es`. */
  language?: string;
  /** Its segments with their times, in order. */
  segments?: TranscriptionSegment[];
  /** The recording's length. */
  audio_seconds?: number;
  /** What to read aloud first (Markdown): the lead, with the offer to tell more if there is more; else the whole text. */
  spoken?: string;
  /** The answer's text (Markdown), with citation numbers such as `[1]`. */
  response?: string;
  /** The question's id, used in logs and later calls. */
  question_id?: string;
  /** The id of the question's conversation, if any. */
  conversation_id?: string;
  /** How the answer was made: `extractive`, or the server and its model, such as `ollama:mistral:7b`. */
  mode?: string;
  /** Whether the documents do not answer the question. */
  abstained?: boolean;
  /** Probability that the documents answer it, 0 to 1. */
  confidence?: number;
  /** Whether the answer is uncertain: its confidence lies between the two thresholds, or the model that wrote it cited no passage. */
  low_confidence?: boolean;
  /** The cited passages, in the order of the text. */
  citations?: Citation[];
  /** The duration of each step. */
  timings_ms?: AnswerTimings;
  /** The prompt that a model wrote the answer from, with the hash of its files; null if no model wrote it. */
  prompt?: string;
  /** The answer's sentences, checked against the passages; null if there are no passages to check against, as in small talk. */
  grounding?: SentenceGrounding[];
  not_kept?: NotKept;
  /** How much of what was asked the documents answer; Completeness.None for an abstention. */
  completeness?: Completeness;
  /** The beginning of Response that answers by itself, without citation marks: a sentence, a list or a row. It is what is spoken first. Null
if nothing is answered. */
  lead?: string;
  /** What else was found, quoted, best first; not in Response. Null if there is nothing more. */
  more?: Citation[];
  /** Up to three questions to ask next, from those that the cited documents list; null if there are none. */
  suggestions?: string[];
  usage?: TokenUsage;
}

/** The confidence that the passages found answer a question. */
export interface WeighedEvidence {
  /** The probability, 0 to 1. */
  confidence: number;
  features?: EvidenceFeatures;
  /** Whether the reader took part, or why not. */
  reading?: ReadingOutcome;
}
