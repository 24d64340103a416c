// Sends to a web socket that nobody reads.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const [near, far] = Object.values(new WebSocketPair());
    near.accept();
    for (let i = 0; i < 1000; i++) near.send('x'.repeat(1e6));
    return new Response(String(far.readyState));
  },
};
