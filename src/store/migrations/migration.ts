/** A step from one schema to the next. Once released it is never edited: a mistake is mended by the next one. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}
