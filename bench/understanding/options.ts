export interface UnderstandingOptions {
  /** The folder that holds the public sets. */
  data: string | null;
  /** All of them where none is named; so too for what follows. */
  sets: readonly string[];
  contestants: readonly string[];
  parts: readonly string[];
  /** The folder of the model that is shipped, and of the corpus it is made from. */
  model: string;
  corpus: string;
  /** Of the ablation's trainings, instead of the recipe's. */
  epochs: number | null;
  /** Of a public set to learn from at most, to try the bench itself; of retrieval's scale, how many pieces. */
  rows: number | null;
}
