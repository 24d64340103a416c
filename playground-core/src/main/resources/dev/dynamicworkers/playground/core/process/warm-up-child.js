export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    const body = new ReadableStream({
      async start(controller) {
        const value = await env.CAPABILITY.echo({ name: url.searchParams.get('name') });
        controller.enqueue(new TextEncoder().encode(JSON.stringify(value)));
        controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  },
};
