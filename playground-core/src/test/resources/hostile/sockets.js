// Makes web sockets without end.
// expect: exception
// says: Too many sockets
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) kept.push(new WebSocketPair());
  },
};
