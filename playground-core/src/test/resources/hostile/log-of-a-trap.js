// Logs a proxy and a getter that loop when they are touched.
// expect: exceededCpu
// logs: 2
export default {
  async fetch(request, env, ctx) {
    console.log({ get x() { for (;;) {} } });
    console.log(new Proxy({}, { get() { for (;;) {} }, ownKeys() { for (;;) {} }, getPrototypeOf() { for (;;) {} } }));
    return new Response('written');
  },
};
