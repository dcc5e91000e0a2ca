/** Advisory locks by what they serialise: any numbers that no other program at the same database is likely to use, and no two alike. */
export const LOCKS = {
  migrations: 781_346_204,
  audit: 781_346_205,
  policies: 781_346_206,
  /** The whole shop: shared while something is written to it, alone while it is replaced. */
  shop: 781_346_207,
  /** What may be paid out is counted and planned one after the other. Taken when a card is held, which replacing the shop waits for. */
  payments: 781_346_208,
  /** The count of a day's tickets. */
  tickets: 781_346_209,
  /** Articles that are listed as a whole are taken over by one at a time. */
  knowledge: 781_346_210,
} as const;

/** Seed of the hash by which the writes of one key come one after the other. */
export const WRITE_KEY_SEED = 781_346_206;
