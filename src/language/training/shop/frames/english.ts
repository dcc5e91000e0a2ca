/** In the corpus's own format; {p} and {q} are products of the shop, {c} a category. */
export const ENGLISH_FRAMES: Readonly<Record<string, string>> = {
  find_product: `
I'm looking for the {p}
do you sell {p}
have you got a {p}
can you show me the {p}
I want to buy the {p}
{p} please
where can I find {p}
need a {p} for my [dad](recipient)
looking for {p} in [black](colour)
show me {p} [under $50](price)
I'd like [two](quantity) {p}
is {p} something you carry?
saw the {p} in an ad, link please
can't find the {p} on your site
search for {p}
after a {p}, any good ones?
what {c} do you have
show me your {c}
I'm browsing {c}
anything nice in {c}?
recommend me something from {c}
{c} [for kids](recipient), what is there
got any {c} [below 100](price)?
hi⏎I want {p}⏎got one?
a {p} as a gift for [my wife](recipient)
which page is the {p} on`,
  ask_price: `
how much is the {p}
what does the {p} cost
price of the {p}?
how much for [two](quantity) {p}
what's the final price of {p}
can you do the {p} any cheaper
is the {p} on offer
{p} how much
what do you charge for the {p}
how much would {p} and {q} be together
price for {p} in [large](size)
is {p} expensive
what's the best price on the {p}
could I get a discount on the {p}
tell me the price of {p}
how much does {p} go for
{p} price pls
what is the {p} after the coupon
how much are the {p}
is that the lowest you can go on {p}
what will the {p} set me back
do you have a price for {p}
cost of one {p}?
what do {c} cost roughly`,
  ask_stock: `
is the {p} in stock
do you have {p} in [size 9](size)
any {p} left
is {p} sold out
when will the {p} be back
is the {p} available in [red](colour)
how many {p} do you have left
{p} still available?
why does {p} say unavailable
can I still get the {p}
is {p} discontinued
have you got the {p} in [white](colour)
do you still have {p}
{p} in stock?
restock date for {p}?
are there any {p} in [medium](size)
is the {p} ready to ship
does the warehouse have {p}
out of {p}?
got the {p} in [small](size)
is there stock of {p}
will you get more {p}
just one {p} left or more
which {c} are in stock`,
  ask_product_fact: `
what is the {p} made of
is the {p} [waterproof](attribute)
how big is the {p}
how heavy is the {p}
can I put {p} in the dishwasher
does {p} come with batteries
is {p} suitable for [kids](recipient)
where is the {p} made
how do I use the {p}
what are the dimensions of {p}
does {p} have a [warranty card](attribute) in the box
tell me about the {p}
is the {p} [machine washable](attribute)
how long does the [battery](attribute) of the {p} last
what features does {p} have
is the {p} loud
does the {p} [fold](attribute)
what comes with {p}
will {p} work with 110 volts
is {p} real [leather](attribute)
specs of {p} please
what's the wattage of {p}
can the {p} be used outside
does {p} smell when new`,
  compare_products: `
what's the difference between {p} and {q}
{p} or {q}
which is better, {p} or {q}
compare {p} and {q}
how does {p} compare to {q}
is {q} worth more than {p}
{p} vs {q}
torn between {p} and {q}
should I take {p} or {q}
which one is [lighter](attribute), {p} or {q}
are {p} and {q} the same
is {p} any better than {q}
put {p} next to {q} for me
which lasts longer, the {p} or the {q}
{p} and {q}, which would you pick
help me choose between {p} and {q}
does {q} do anything {p} doesn't
what do I get with {q} over {p}
{p} against {q}?
same price, so {p} or {q}
which suits [beginners](recipient), {p} or {q}
is the {p} bigger than the {q}
what sets {p} apart from {q}
can't decide, {p} or {q}`,
  find_similar: `
anything like the {p}
something similar to {p}
what else is like {p}
an alternative to {p}
{p} is gone, what can I get instead
a [cheaper](price) version of {p}?`,
  find_matching: `
what goes with the {p}
do I need anything else for {p}
what should I wear with {p}
does {q} go with {p}
accessories for the {p}?
will {q} fit the {p}`,
  ask_reviews: `
how are the reviews of {p}
what do people say about {p}
is the {p} any good according to buyers
any bad reviews for {p}
rating of {p}?
do customers like the {p}`,
  ask_size_advice: `
which size of {p} should I take
does the {p} run small
size chart for {p}
I'm usually a [medium](size), what in the {p}
is {p} true to size
what size {p} for [180 cm](attribute)`,
  ask_warranty: `
how long is the warranty on {p}
is the {p} under guarantee
does {p} come with a warranty
can {p} be repaired after the warranty`,
  ask_installation: `
how do I set up the {p}
is installation included with {p}
how do I assemble {p}
does someone come to install the {p}`,
  notify_when_in_stock: `
let me know when {p} is back
tell me once the {p} is in stock again
ping me when you have {p}
notify me about {p}`,
  return_items: `
I want to return the {p}
sending the {p} back please
the {p} isn't for me, I'd like to return it
start a return for {p}
take back the {p}`,
  exchange_items: `
exchange the {p} for [a size up](size)
swap my {p} for a [blue](colour) one
I got the {p} but need a [larger](size) one
can I change the {p} for a new one`,
  damaged_or_wrong_item: `
the {p} arrived broken
wrong item, I ordered {p}
my {p} stopped working
the {p} has a crack
{p} won't turn on`,
  track_order: `
where is my {p}
has the {p} shipped
my {p} hasn't arrived
track the {p} I ordered`,
  cancel_order: `
cancel the {p} I just ordered
I don't want the {p} any more, it hasn't shipped
ordered {p} by mistake, cancel it`,
  reorder: `
I'd like the same {p} again
reorder the {p}
another {p} like last time`,
};
