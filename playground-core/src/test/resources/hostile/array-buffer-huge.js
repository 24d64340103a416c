// Asks for more bytes than its isolate may have.
// expect: exception
// says: RangeError
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new ArrayBuffer(200e6).byteLength));
  },
};
