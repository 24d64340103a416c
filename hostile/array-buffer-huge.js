// Asks for more bytes than its isolate may have.
// expect: exception
// says: RangeError
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new ArrayBuffer(200e6).byteLength));
  },
};
