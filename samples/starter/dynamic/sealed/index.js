// Has a string and nothing else: no binding to call, no network.
export default {
  async fetch(request, env) {
    try {
      await fetch('https://example.com/');
      return new Response('reached the network', { status: 500 });
    } catch (error) {
      console.error(error.message);
      return Response.json({ motto: env.MOTTO, grants: Object.keys(env), refused: error.message });
    }
  },
};
