// Sends a hundred thousand beacons, which are requests that nobody waits for.
// expect: ok|exceededCpu
// says: sent|CPU
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let sent = 0;
    for (let i = 0; i < 1e5; i++) sent += navigator.sendBeacon('http://127.0.0.1:1/' + i, 'x'.repeat(1000));
    return new Response('sent ' + sent);
  },
};
