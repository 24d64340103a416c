// Sends a stream to another worker that does not read it.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    let sent = 0;
    const stream = new ReadableStream({ type: 'bytes', pull(controller) { sent++; controller.enqueue(new Uint8Array(65_536)); } });
    const answer = await env.API.ignore(stream);
    if (sent > 1000) throw new Error('it was not held back: ' + sent);
    return new Response(answer);
  },
};
