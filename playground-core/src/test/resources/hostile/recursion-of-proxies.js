// Looks a name up through a million proxies.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    let object = {};
    for (let i = 0; i < 1e6; i++) object = new Proxy(object, {});
    return new Response(String(object.x));
  },
};
