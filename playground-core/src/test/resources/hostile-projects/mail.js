// Forwards a message to addresses that are none, and reads it again and again.
// expect: exceededCpu
// event: email
// cpuMs: 300
export default {
  async email(message, env, ctx) {
    for (let i = 0; i < 1000; i++) { try { await message.forward('x'.repeat(1e5) + '@example.com'); } catch {} }
    for (;;) { try { [...message.headers]; await new Response(message.raw).text(); } catch {} }
  },
};
