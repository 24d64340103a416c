// A shop: requests write orders and put them into a queue, the queue's consumer works them off.

const STOCK = { tea: 3, cup: 1 };

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/orders' && request.method === 'POST') return order(await request.json(), env);
    const [, id] = /^\/api\/orders\/(\d+)$/.exec(pathname) ?? [];
    if (id !== undefined) return show(Number(id), env);
    if (pathname === '/api/sold') return Response.json(await sold(env));
    return new Response('There is nothing under this address.\n', { status: 404 });
  },

  async queue(batch, env) {
    for (const message of batch.messages) {
      if (batch.queue === 'orders-aside') {
        await settle(message.body, 'failed', env);
        message.ack();
        continue;
      }
      const { item, count } = await env.DB.prepare('SELECT item, count FROM orders WHERE id = ?').bind(message.body).first();
      if (!(count <= STOCK[item])) {
        console.warn(`order ${message.body}: not enough ${item}, attempt ${message.attempts}`);
        message.retry();
        continue;
      }
      await env.SOLD.put(item, String(Number(await env.SOLD.get(item)) + count));
      await settle(message.body, 'sent', env);
      message.ack();
    }
  },
};

async function order({ item, count }, env) {
  if (typeof item !== 'string' || !Number.isInteger(count) || count < 1) {
    return Response.json({ error: 'An order has an item and a count.' }, { status: 400 });
  }
  const { id } = await env.DB.prepare('INSERT INTO orders (item, count) VALUES (?, ?) RETURNING id').bind(item, count).first();
  await env.WORK.send(id);
  return Response.json({ id, status: 'open' }, { status: 201 });
}

async function show(id, env) {
  const found = await env.DB.prepare('SELECT id, item, count, status FROM orders WHERE id = ?').bind(id).first();
  return found === null ? Response.json({ error: `There is no order ${id}.` }, { status: 404 }) : Response.json(found);
}

async function sold(env) {
  const { keys } = await env.SOLD.list();
  return Object.fromEntries(await Promise.all(keys.map(async ({ name }) => [name, Number(await env.SOLD.get(name))])));
}

const settle = (id, status, env) => env.DB.prepare('UPDATE orders SET status = ? WHERE id = ?').bind(status, id).run();
