import { rule } from './rule.js';
import shopRule from '../dynamic/discount/index.js';

export { Customer } from './customer.js';

// `playground test` runs every export that has a `test` method; requests never reach them.
export * from './tests.js';

/** The shop: asks a rule that somebody else wrote what a customer has to pay. */
export default {
  async fetch(request, env, ctx) {
    const query = new URL(request.url).searchParams;
    const customer = query.get('customer') ?? 'Ada';
    const total = Number(query.get('total') ?? 100);
    return Response.json({ customer, total, discount: await rule(shopRule, customer, env, ctx).discount(total) });
  },
};
