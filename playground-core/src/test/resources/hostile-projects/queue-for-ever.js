// Sends two messages for each message that it gets.
// expect: ok
// says: sent
export default {
  async fetch(request, env) {
    await env.QUEUE.send('first');
    return new Response('sent');
  },
  async queue(batch, env) {
    for (const message of batch.messages) await env.QUEUE.sendBatch([{ body: message.body }, { body: message.body }]);
  },
};
