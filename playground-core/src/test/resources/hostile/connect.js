// Opens a TCP connection.
// expect: exception
// says: not permitted
import { connect } from 'cloudflare:sockets';
export default {
  async fetch(request, env, ctx) {
    const socket = connect('127.0.0.1:22');
    await socket.opened;
    return new Response('open');
  },
};
