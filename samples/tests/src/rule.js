/** Loads the code of a rule, with one capability: to ask about this customer. */
export function rule(code, customer, env, ctx) {
  const worker = env.LOADER.load({
    compatibilityDate: '2026-06-01',
    mainModule: 'index.js',
    modules: { 'index.js': code },
    env: { CUSTOMER: ctx.exports.Customer({ props: { name: customer } }) },
    globalOutbound: null,
  });
  return worker.getEntrypoint();
}
