/** What is said to a language model, free of any vendor's wire format. */
export type ChatMessage =
  | { role: 'system' | 'user'; text: string }
  | { role: 'assistant'; text: string; calls: { id: string; name: string; arguments: string }[] }
  | { role: 'tool'; callId: string; text: string };

export interface ChatTool {
  name: string;
  description: string;
  /** JSON Schema of the input. */
  parameters: Record<string, unknown>;
}

export interface ChatRequest {
  messages: ChatMessage[];
  /** Empty: words only. */
  tools: ChatTool[];
}

/** A call as the model wrote it. Neither name nor input has been checked. */
export interface ChatCall {
  id: string;
  name: string;
  /** Null when the arguments are no JSON object, not even after a safe repair; `raw` is what was written. */
  input: Record<string, unknown> | null;
  raw: string;
}

export type ChatFinish = 'stop' | 'length' | 'calls' | 'filtered' | 'unknown';

export interface ChatUsage {
  promptTokens: number;
  completionTokens: number;
  /** The endpoint did not say; counted from the texts. */
  estimated: boolean;
}

export interface ChatAnswer {
  /** Without any reasoning. May be empty. */
  text: string;
  calls: ChatCall[];
  finish: ChatFinish;
  /** The model declined, in its own words. */
  refusal: string | null;
  usage: ChatUsage;
  /** Requests that it took. */
  attempts: number;
}

export interface ChatModel {
  readonly name: string;
  /**
   * @throws AppError `model.timeout`, `model.unreachable`, `model.rejected` (this request), `model.refused` (key, model, address), `model.overloaded` (429 and 5xx after every retry),
   * `model.malformed`, `model.cut` (a stream that ended midway), `model.too-large`; the signal's reason when it aborts
   */
  complete(request: ChatRequest, signal: AbortSignal): Promise<ChatAnswer>;
  /** Whether the endpoint answers right now: one small request, for `doctor`. */
  probe(): Promise<{ ok: boolean; detail: string }>;
}
