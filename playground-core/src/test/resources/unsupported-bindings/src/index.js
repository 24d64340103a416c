const attempt = async (use) => {
  try {
    return await use();
  } catch (error) {
    return error.message;
  }
};

export default {
  async fetch(request, env) {
    if (request.url.endsWith('/self')) return new Response('itself');
    console.log(env);
    return Response.json([
      await attempt(() => env.VECTORS.query([1])),
      await attempt(() => env.AI.run('model', {})),
      await attempt(async () => { const response = await env.OTHER.fetch('http://other/'); return `${response.status} ${await response.text()}`; }),
      await attempt(async () => (await env.SELF.fetch('http://self/self')).text()),
    ]);
  },
};
