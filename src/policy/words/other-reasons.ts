import { plain, type ReasonWords } from './facts.ts';

type Reasons = Readonly<Record<string, ReasonWords>>;

export const INVOICE_REASONS: Reasons = {
  possible: plain('这单可以开发票。', 'An invoice can be made out for this order.'),
  'not-paid': plain('付款后才能开发票。', 'An invoice can be made out once the order is paid.'),
  cancelled: plain('这单已经取消了，不能开发票。', 'This order is cancelled, so there is no invoice.'),
  issued: plain(
    '发票已经开出，换开要由同事来办。',
    'The invoice has been issued; a colleague has to replace it with another.',
  ),
};

export const REMIND_REASONS: Reasons = {
  possible: plain('可以帮您催一下。', 'It can be hurried.'),
  'already-reminded': plain(
    '这单刚刚催过了，还在处理。',
    'That was already passed on a short while ago and is being looked after.',
  ),
  'not-paid': plain('这单还没付款，付款后才会发货。', 'This order is not paid yet; it is sent once it is paid.'),
  'not-sent': plain('这单还没发出，还谈不上派送。', 'This order has not been sent yet, so nothing is being delivered.'),
  sent: plain('这单已经发出了。', 'This order has already been sent.'),
  delivered: plain('这单已经签收了。', 'This order has already been delivered.'),
  cancelled: plain('这单已经取消了。', 'This order is cancelled.'),
};

export const CANCEL_RETURN_REASONS: Reasons = {
  possible: plain('这个申请还没收到货，可以撤销。', 'Nothing has been received for it yet, so it can be withdrawn.'),
  received: plain(
    '仓库已经收到您寄回的商品，我这边撤不了。',
    'The warehouse has already received the goods, so I cannot withdraw it myself.',
  ),
  completed: plain('这个申请已经办完，不能撤销了。', 'It has been completed and can no longer be withdrawn.'),
  refused: plain('这个申请没有通过，不用撤销。', 'It was refused, so there is nothing to withdraw.'),
  'already-cancelled': plain('这个申请已经撤销了。', 'It has already been withdrawn.'),
  'money-sent': plain(
    '钱已经退了，不能撤销了。',
    'The money has already been refunded, so it can no longer be withdrawn.',
  ),
};

export const CUSTOMER_ADDRESS_REASONS: Reasons = {
  possible: plain('可以改账户里的默认地址。', 'The default address of your account can be changed.'),
  'sign-in': plain('改账户地址要先登录。', 'To change the address of your account, please sign in first.'),
};
