import { format } from './lib/money.js';
import prices from './prices.json';
import template from './template.txt';

export default {
  async fetch(request, env) {
    const { currency, lines } = await request.json();
    const rate = await env.RATES.rate(currency);

    const rows = lines.map(({ item, count }) => {
      if (!Object.hasOwn(prices, item)) {
        console.warn('no price for', item);
      }
      return { item, count, sum: (prices[item] ?? 0) * count * rate };
    });
    const total = rows.reduce((sum, row) => sum + row.sum, 0);

    const text = template
      .replace('{rows}', rows.map((row) => `${row.count} x ${row.item}: ${format(row.sum, currency)}`).join('\n'))
      .replace('{total}', format(total, currency));
    return new Response(text, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
  },
};
