import {
  calls,
  type RecordedRequest,
  type ScriptedAnswer,
  type ScriptedCall,
  type WireMessage,
  words,
} from './scripted-openai.ts';

type Told = Record<string, unknown>;

/** What a model would see of its turn: the customer's last words and what the tools have answered since. */
interface Turn {
  text: string;
  chinese: boolean;
  guest: boolean;
  /** The system prompt tells what a pressed card has led to. */
  done: string | null;
  /** By tool name, the members of every result of this turn. */
  results: Map<string, Told[]>;
}

function list(value: unknown): Told[] {
  return Array.isArray(value) ? (value as Told[]) : [];
}

function readTurn(messages: WireMessage[]): Turn {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const text = messages[last]?.content ?? '';
  const system = messages[0]?.content ?? '';
  const names = new Map(
    messages.flatMap((message) => message.tool_calls?.map((call) => [call.id, call.function.name] as const) ?? []),
  );
  const results = new Map<string, Told[]>();
  for (const message of messages.slice(last + 1)) {
    if (message.role !== 'tool') continue;
    const name = names.get(message.tool_call_id ?? '') ?? '';
    results.set(name, [...(results.get(name) ?? []), ...list((JSON.parse(message.content ?? '{}') as Told).results)]);
  }
  return {
    text,
    chinese: /\p{Script=Han}/u.test(text),
    guest: /没有登录|a guest/.test(system),
    done: /"done":"([^"]+)"/.exec(system)?.[1] ?? null,
    results,
  };
}

const ORDER_NUMBER = /#?[A-Z]{1,4}[\d-]{8,}|\d{12,}/i;
const CONTACT = /⟦(?:PHONE|EMAIL)_\d+⟧/;

const call = (name: string, input: unknown): ScriptedCall => ({ name, input });

/** The clerk of a good endpoint: looks things up, then says what was found, for the five stories in both languages. */
export function shopScript({ body }: RecordedRequest): ScriptedAnswer {
  const turn = readTurn(body.messages);
  const next = decide(turn);
  return typeof next === 'string' ? words(next) : calls(next);
}

function decide(turn: Turn): ScriptedCall | string {
  const { text, chinese, done } = turn;
  const say = (zh: string, en: string) => (chinese ? zh : en);
  if (done) return say(`${done}。`, `${done}.`);
  if (/人工|真人|客服人员|\b(?:person|human|agent)\b/i.test(text)) {
    return turn.results.has('hand_off')
      ? say(
          '已为您转接人工客服，同事会在这个对话里回复您。',
          'I have passed this on to a colleague, who will answer you here.',
        )
      : call('hand_off', { reason: text.slice(0, 100) });
  }
  if (/取消|\bcancel\b/i.test(text))
    return write(turn, 'cancel_order', (order) => ({ orderNumber: order.orderNumber }));
  if (/换|\bexchange\b/i.test(text)) return exchange(turn);
  if (/退(?!货政策|换货规则)|\breturn the\b|\bsend back\b/i.test(text) && !/[吗？?]|多久|怎么/.test(text)) {
    return write(turn, 'return_items', (order) => ({
      orderNumber: order.orderNumber,
      items: [{ lineId: meantLine(turn, order)?.lineId, quantity: 1 }],
      reason: say('不想要了', 'no longer needed'),
    }));
  }
  if (/到哪|物流|快递|订单|\b(?:parcel|order|package|track)\b/i.test(text)) return track(turn);
  if (/想买|推荐|跑鞋|\b(?:shoes|looking for|recommend|gift)\b/i.test(text)) return advise(turn);
  return answer(turn);
}

function orders(turn: Turn): Told[] {
  return (turn.results.get('list_orders') ?? []).flatMap(({ order }) => (order ? [order as Told] : []));
}

function track(turn: Turn): ScriptedCall | string {
  const say = (zh: string, en: string) => (turn.chinese ? zh : en);
  const [tracking] = turn.results.get('track_order') ?? [];
  const number = ORDER_NUMBER.exec(turn.text)?.[0];
  if (tracking?.orderNumber) {
    const [parcel] = list(tracking.parcels);
    const [event] = list(parcel?.events);
    const where = event
      ? say(`最新：${event.at} ${event.place}，${event.text}。`, `Latest: ${event.at}, ${event.place}: ${event.text}.`)
      : '';
    return say(
      `订单 ${tracking.orderNumber} ${tracking.status}。${where}`,
      `Order ${tracking.orderNumber}: ${tracking.status}. ${where}`,
    );
  }
  if (tracking?.notFound || turn.results.get('verify_order')?.some((result) => result.refused)) {
    return say(
      '没有查到这个订单，麻烦核对一下订单号和手机号或邮箱。',
      'I could not find that order. Please check the number and the phone or e-mail on it.',
    );
  }
  if (turn.guest) {
    const contact = CONTACT.exec(turn.text)?.[0];
    if (!number || !contact) {
      return say(
        '请告诉我订单号，还有下单时留的手机号或邮箱。',
        'Please tell me the order number and the phone or e-mail on it.',
      );
    }
    return turn.results.has('verify_order')
      ? call('track_order', { orderNumber: number })
      : call('verify_order', { orderNumber: number, contact });
  }
  if (number) return call('track_order', { orderNumber: number });
  if (!turn.results.has('list_orders')) return call('list_orders', {});
  const sent =
    orders(turn).find(({ status }) => /^(?:已发货|部分发货|sent|partly sent)$/.test(String(status))) ?? orders(turn)[0];
  return sent
    ? call('track_order', { orderNumber: sent.orderNumber })
    : say('您名下还没有订单。', 'There is no order under your name yet.');
}

function write(turn: Turn, name: string, input: (order: Told) => Told): ScriptedCall | string {
  const say = (zh: string, en: string) => (turn.chinese ? zh : en);
  const outcome = turn.results.get(name)?.at(-1);
  if (outcome?.waitingForConfirmation)
    return say(
      '请核对下面的卡片，确认后才会办理。',
      'Please check the card below; nothing happens until you confirm it.',
    );
  if (outcome?.refused) return list(outcome.refused).map(String).join('');
  if (outcome)
    return say(
      '这单我没有办成，需要的话可以转人工。',
      'I could not arrange that. I can bring in a colleague if you like.',
    );
  const number = ORDER_NUMBER.exec(turn.text)?.[0];
  if (!turn.results.has('list_orders')) return call('list_orders', {});
  const order = orders(turn).find((each) => each.orderNumber === number) ?? chosen(turn, name);
  return order ? call(name, input(order)) : say('您名下还没有订单。', 'There is no order under your name yet.');
}

const FITS: Record<string, RegExp> = {
  cancel_order: /待付款|待发货|awaiting payment|not sent yet/,
  return_items: /已签收|delivered/,
  exchange_items: /已签收|delivered/,
};

function isNamed({ title }: Told, said: string): boolean {
  const name = String(title).toLowerCase();
  return (
    name.split(/\s+/).some((word) => word.length > 4 && said.includes(word)) ||
    ['鞋', '壶'].some((kind) => said.includes(kind) && name.includes(kind))
  );
}

function meantLine(turn: Turn, order: Told | undefined): Told | undefined {
  const lines = list(order?.lines);
  return lines.find((line) => isNamed(line, turn.text.toLowerCase())) ?? lines[0];
}

/** The order that the wish fits and whose goods the customer names; else the first that it fits, else the newest. */
function chosen(turn: Turn, command: string): Told | undefined {
  const said = turn.text.toLowerCase();
  const fitting = orders(turn).filter(({ status }) => FITS[command]?.test(String(status)));
  return (
    fitting.find((order) => list(order.lines).some((line) => isNamed(line, said))) ?? fitting[0] ?? orders(turn)[0]
  );
}

function exchange(turn: Turn): ScriptedCall | string {
  const order = chosen(turn, 'exchange_items');
  const line = meantLine(turn, order);
  if (order && line && !turn.results.has('get_product')) return call('get_product', { productId: line.productId });
  const [found] = turn.results.get('get_product') ?? [];
  const variants = list((found?.product as Told | undefined)?.variants);
  const at = variants.findIndex(({ variantId }) => variantId === line?.variantId);
  const larger = variants[at + 1] ?? variants[at];
  return write(turn, 'exchange_items', (each) => ({
    orderNumber: each.orderNumber,
    items: [{ lineId: line?.lineId, quantity: 1, variantId: larger?.variantId }],
    reason: turn.chinese ? '尺码不合适' : 'wrong size',
  }));
}

function advise(turn: Turn): ScriptedCall | string {
  const [found] = turn.results.get('search_products') ?? [];
  if (!found) return call('search_products', { query: turn.text.slice(0, 100) });
  const [first] = list(found.products);
  if (!first)
    return turn.chinese
      ? '没有找到合适的，换个说法我再看看？'
      : 'I found nothing that fits. Could you put it another way?';
  const fits = list(first.variants).find(({ variantId }) => variantId === first.fits);
  return turn.chinese
    ? `您可以看看${first.title}，${fits?.price}。`
    : `Have a look at the ${first.title} at ${fits?.price}.`;
}

function answer(turn: Turn): ScriptedCall | string {
  const found = turn.results.get('search_knowledge');
  if (!found) return call('search_knowledge', { text: turn.text.slice(0, 200) });
  const [article] = list(found[0]?.articles);
  if (!article)
    return turn.chinese
      ? '店里的说明没有写到这一点，要不要转人工？'
      : 'The shop’s notes do not cover this. Shall I bring in a colleague?';
  return String(article.text);
}
