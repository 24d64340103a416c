import { Currency, parseOrder, type Order } from './order.ts';
import { reportWorker } from './report-worker.ts';

// `wrangler types` writes a fuller one of these.
interface Env {
  LOADER: WorkerLoader;
}

export { Rates } from './rates.ts';

/** What GET prices: an order to look at before you send one of your own. */
const example: Order = { currency: Currency.Dollar, lines: [{ item: 'coffee', count: 2 }, { item: 'cake', count: 1 }] };

/** Prices an order with code that is loaded at run time. */
export default {
  async fetch(request, env, ctx): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return new Response('POST an order\n', { status: 405, headers: { allow: 'GET, POST' } });
    }
    let order: Order;
    try {
      order = request.method === 'GET' ? example : parseOrder(await request.json());
    } catch (error) {
      return Response.json({ error: (error as Error).message }, { status: 400 });
    }
    const rates = ctx.exports.Rates({ props: { base: Currency.Euro } });
    const worker = env.LOADER.get('report', () => reportWorker({ RATES: rates }));
    return worker.getEntrypoint().fetch('http://report/', { method: 'POST', body: JSON.stringify(order) });
  },
} satisfies ExportedHandler<Env>;
