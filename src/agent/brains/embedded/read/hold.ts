/** 「先别发货」 "don't ship it yet": to be kept in the warehouse for now, and not cancelled. */
export const HOLDS_SHIPPING =
  /(?:先|暂时|暂|这几天|这两天)都?(?:别|不要|不用|不)(?:急着|给我)?(?:发货|发出|寄出)(?!吗)|(?:别|不要)(?:急着)?发货先|暂缓发货|(?:晚点|晚几天|过几天)再发货?|\b(?:don'?t|do not) (?:ship|send|dispatch) (?:it |the \w+ |my \w+ )*(?:just )?yet\b|\bhold (?:off )?(?:on )?(?:the |my )?(?:shipping|shipment|dispatch)\b/i;
