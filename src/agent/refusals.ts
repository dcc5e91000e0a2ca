/** Why a confirmed card was not carried out. */
export const REFUSALS = {
  'not-open': { zh: '这张确认卡已经失效，没有执行任何操作。', en: 'That card is no longer valid. Nothing was done.' },
  expired: {
    zh: '这张确认卡已经过期，没有执行任何操作。需要的话请再说一次，我重新为您核对。',
    en: 'That card has expired and nothing was done. Tell me again and I will check it anew.',
  },
  'ownership-changed': {
    zh: '同事已经接手这个对话，我没有执行任何操作。',
    en: 'A colleague has taken over this conversation; I did nothing.',
  },
  superseded: {
    zh: '您又发来了新消息，这次没有执行任何操作。',
    en: 'You sent something new meanwhile; nothing was done.',
  },
  'too-many': {
    zh: '这个对话里一小时内确认的操作太多了，这次没有执行。请晚一点再试，或者转人工。',
    en: 'Too many operations were confirmed in this chat within the hour, so nothing was done. Please try later, or ask for a person.',
  },
  changed: {
    zh: '订单刚刚有了变化，原来的确认卡作废，没有执行任何操作。',
    en: 'The order has just changed, so that card is void. Nothing was done.',
  },
  'not-possible': {
    zh: '店铺系统没有接受这次操作，没有任何变动。',
    en: 'The shop did not accept it. Nothing was changed.',
  },
  'not-found': {
    zh: '店铺系统里找不到这个订单了，没有执行任何操作。',
    en: 'The shop no longer finds this order. Nothing was done.',
  },
  'not-done': {
    zh: '这次操作最后没有办理，没有任何变动。',
    en: 'In the end this was not carried out. Nothing was changed.',
  },
} as const;
