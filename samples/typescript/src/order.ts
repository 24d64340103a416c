export enum Currency {
  Euro = 'EUR',
  Dollar = 'USD',
}

export interface Line {
  readonly item: string;
  readonly count: number;
}

export interface Order {
  readonly currency: Currency;
  readonly lines: readonly Line[];
}

function isCurrency(value: unknown): value is Currency {
  return Object.values(Currency).includes(value as Currency);
}

/** Takes nothing on trust: what comes in is JSON from anywhere. */
export function parseOrder(json: unknown): Order {
  const { currency, lines } = (json ?? {}) as Partial<Record<keyof Order, unknown>>;
  if (!isCurrency(currency)) {
    throw new TypeError(`unknown currency: ${String(currency)}`);
  }
  if (!Array.isArray(lines) || lines.length === 0) {
    throw new TypeError('an order has at least one line');
  }
  return { currency, lines: lines.map(({ item, count }) => ({ item: String(item), count: Number(count) })) };
}
