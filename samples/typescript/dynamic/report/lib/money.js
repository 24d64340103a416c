export function format(amount, currency) {
  return `${amount.toFixed(2)} ${currency}`;
}
