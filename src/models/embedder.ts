/** Turns texts into vectors of one length, so that those of like meaning lie near each other. */
export interface Embedder {
  /** Names the space: vectors of different models are never compared. */
  model: string;
  /** From this likeness (cosine) on a text answers a question by its meaning alone. */
  answersFrom: number;
  /** (texts) → (texts, D) */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** What is embedded of a piece. */
export function embeddedText({ title, heading, text }: { title: string; heading: string; text: string }): string {
  return [title, heading, text].filter(Boolean).join('\n');
}
