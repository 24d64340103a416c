import { WorkerEntrypoint } from 'cloudflare:workers';
import { Currency } from './order.ts';

interface Props {
  base: Currency;
}

const perEuro: Record<Currency, number> = { [Currency.Euro]: 1, [Currency.Dollar]: 1.25 };

/** Exchange rates, as a capability. */
export class Rates extends WorkerEntrypoint<unknown, Props> {
  rate(to: Currency): number {
    return perEuro[to] / perEuro[this.ctx.props.base];
  }
}
