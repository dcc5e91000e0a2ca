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
  /** Instead of the recipe's, to try the bench itself; so too the rows of a public set. */
  epochs: number | null;
  rows: number | null;
}
