import type { PhraseKey } from './book.ts';
import { EN_AFTER_SALES } from './en-after-sales.ts';
import { EN_ORDERS } from './en-orders.ts';

/** How the clerk speaks English: as a good shop assistant writes, not as the Chinese reads. Same keys, same slots. */
export const EN: Record<PhraseKey, readonly string[]> = {
  'choice.person': ['Talk to a person'],
  'choice.track': ['Where is my order?'],
  'choice.orders': ['Show my orders'],
  'choice.find': ['Help me choose'],
  'choice.return': ['I want to return something'],
  'choice.exchange': ['I want to exchange something'],
  'choice.cancel': ['Cancel my order'],
  'choice.whole-order': ['Cancel the whole order'],
  'choice.address': ['Change the delivery address'],
  'choice.refund-only': ['Refund without sending it back'],
  'choice.refund': ['Just a refund'],
  'choice.items': ['Change the options of my order'],
  'choice.payment': ['Change how I pay'],
  'choice.invoice': ['I need an invoice'],
  'choice.price': ['Price protection, please'],
  'choice.expedite': ['Please hurry it up'],
  'choice.returns': ['Where is my return?'],
  'choice.withdraw': ['Withdraw my return'],
  'choice.note': ['Please note something down'],
  'choice.address-book': ['Change my default address'],
  'choice.same-again': ['The same one again'],
  'choice.personal': ['Personal'],
  'choice.company': ['Company'],
  'choice.unopened': ['Still sealed'],
  'choice.opened': ['Opened'],
  'choice.place': ['Number {place}'],
  'choice.cheaper': ['Anything cheaper?'],
  'choice.compare': ['Compare these'],
  'choice.all-lines': ['All of it'],
  'choice.pieces': ['{count}'],
  'choice.and-more': [' and more ({count} items)'],

  'talk.greet': [
    'Hello, I’m Xiaoer, the assistant at {shop}. I can track orders, help you choose, and sort out returns and exchanges.',
    'Hi, welcome to {shop}. I’m Xiaoer. Ask me about an order, a product or a return.',
  ],
  'talk.identity': [
    'I’m Xiaoer, the automated assistant at {shop}, not a person. I can look up orders and parcels, help you choose, and arrange cancellations, returns, exchanges, invoices and changes to an order. I always ask you to confirm first. If you’d rather have a person, just say so.',
  ],
  'talk.thank': ['You’re welcome. I’m here if anything else comes up.', 'Any time.'],
  'talk.ok': ['All right. Is there anything else I can help with?'],
  'talk.bye': ['Goodbye, and have a lovely day.', 'Bye for now. Come back any time.'],
  'talk.chat': [
    'I’m not much of a talker, but I know this shop well: orders, products, returns. What can I do for you?',
  ],
  'talk.out-of-scope': [
    'That’s outside what I can help with. I only know this shop’s products and orders, and I’m happy to help with those.',
  ],
  'talk.attack': ['I can’t do that. If it’s about your own order or something we sell, I’m glad to help.'],
  'talk.complain': [
    'I’m sorry this has been such a bad experience. Tell me which order it is and what went wrong, or I can pass you to a colleague right now.',
  ],
  'talk.hold-on': ['Take your time, I’ll be here.', 'No rush. Send it whenever you have it.'],
  'talk.not-helpful': [
    'Sorry, that missed your question. Tell me in other words what you need, or I can fetch a colleague.',
  ],
  'talk.empty': ['I didn’t get any text. Just type what you’d like to know.'],

  'unclear.first': ['I’m not sure I understood. Is it one of these? Or try putting it another way.'],
  'not-matched': ['I couldn’t match that.'],
  kept: ['Got that, thank you.'],
  'unclear.again': ['Sorry, I still don’t follow. Shall I pass you to a colleague?'],
  declined: ['All right, I’ve left everything as it was.', 'No problem, nothing has been changed.'],
  'declined.offer': ['All right, let’s leave it at that. What else can I help with?'],

  'hand-off.done': [
    'I’ve passed you to our team. A colleague will answer you right here in this chat, and I’ll stay quiet until then.',
  ],

  'question.unanswered': [
    'The shop hasn’t written anything about that yet. Shall I pass you to a colleague who can find out?',
  ],
  'question.other-language': ['The shop has this in Chinese only. In its own words:'],
  'beyond.no-article': ['That’s something I can’t do myself. Shall I pass you to a colleague?'],
  'beyond.with-article': ['I can’t arrange this myself, but I can pass you to a colleague who can look into it.'],
  'rules.are': ['Here is what the shop’s rules say:'],

  'consult.ask-need': [
    'What are you looking for? Tell me what it’s for, your budget or your size, and I’ll pick some out.',
  ],
  'consult.ask-budget': [
    'Happy to help. Roughly how much would you like to spend? Anything they’re fond of helps too.',
  ],
  'consult.found': [
    'Here are {count} that should suit, all in stock.',
    'These {count} are worth a look, all in stock.',
  ],
  'consult.found-for': [
    'Going by {wishes}, I found {count}, all in stock.',
    'For {wishes}, here are {count} in stock.',
  ],
  'consult.found-for-one': ['For {wishes}, I found one, in stock.'],
  'consult.found-one': ['I found one that should suit, in stock.'],
  'consult.partly': [
    'I’m afraid {unmet}. Nothing meets everything you asked for, so take these as alternatives ({count}).',
  ],
  'consult.no-more': ['That was everything that fits. Shall I look again with one condition less?'],
  'consult.foreign': ['Our prices are in {currency} and I can’t convert {price} ({foreign}), so I haven’t gone by it.'],
  'consult.pick-partly': [
    'I’m afraid {unmet}. Nothing meets everything, but as the next best thing I’d take “{title}”: {reason}.',
  ],
  'consult.first': ['The best match is “{title}”: {reason}.'],
  'consult.pick': ['I’d take “{title}”: {reason}.'],
  'consult.cheapest': ['Nothing of this kind is cheaper than “{title}” at {price}.'],
  'consult.none': ['I couldn’t find anything suitable just now. Perhaps other words, or one condition less?'],
  'consult.none-for': ['Sorry, {unmet}. Perhaps other words, or one condition less?'],
  'wish.price-range': ['{from} to {to}'],
  'wish.price-around': ['around {price}'],
  'wish.price-max': ['up to {price}'],
  'wish.price-min': ['from {price}'],
  'wish.price-below': ['under {price}'],
  'wish.size': ['size {size}'],
  'product.which': ['Which one do you mean? Give me the product’s name and I’ll look it up.'],
  'product.several': ['Several fit that name; the prices are on the cards. Which one do you mean?'],
  'product.unknown': ['I can’t see a price for “{title}”. Shall I pass you to a colleague?'],
  'product.about': ['“{title}”, {price}. {description}'],
  'product.available': ['In stock now: {options}.'],
  'price.one': ['“{title}” is {price}.'],
  'price.range': ['“{title}” is {from} to {to}, depending on the option.'],
  'price.reduced': ['“{title}” is {price}, down from {before}.'],
  'stock.whole': ['Yes, “{title}” is in stock.'],
  'stock.yes': ['Yes, “{title}” in {option} is in stock.'],
  'stock.count': ['Yes, “{title}” in {option} is in stock: {stock} left.'],
  'stock.options': ['“{title}” is in stock in: {options}.'],
  'stock.others': ['“{title}” in {option} is sold out at the moment. In stock: {options}.'],
  'stock.none': ['“{title}” is sold out in every option at the moment.'],
  'stock.gone': ['“{title}” is no longer sold.'],
  'fact.attribute': ['{label} of “{title}”: {value}.'],
  'fact.description': ['The description of “{title}” says: {sentence}'],
  'fact.unknown': [
    'The page for “{title}” doesn’t say, and I won’t guess. Shall I pass you to a colleague who can find out?',
  ],
  'compare.which': [
    'Which ones would you like to compare? Tell me what you’re looking for and we can put them side by side.',
  ],
  'compare.intro': ['Here is how these {count} differ:'],
  'compare.line': ['· “{title}”: {points}'],

  ...EN_ORDERS,
  ...EN_AFTER_SALES,
};
