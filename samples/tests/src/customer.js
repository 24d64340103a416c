import { WorkerEntrypoint } from 'cloudflare:workers';

const orders = new Map([['Ada', 12]]);

/** What a rule may know of one customer. */
export class Customer extends WorkerEntrypoint {
  orders() {
    return orders.get(this.ctx.props.name) ?? 0;
  }
}
