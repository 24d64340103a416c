// Gives every object names that the runtime looks for.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    for (const name of ['then', 'get', 'set', 'value', 'toJSON', 'globalOutbound', 'props', 'limits', 'signal', 'headers', 'body', 'method', 'webSocket', 'cf', 'tails', 'allowExperimental']) {
      Object.defineProperty(Object.prototype, name, { get() { return undefined; }, set() {}, configurable: true });
    }
    let said = 'refused';
    await fetch('http://127.0.0.1:22/').then(() => { said = 'fetched'; }, () => {});
    return new Response(said);
  },
};
