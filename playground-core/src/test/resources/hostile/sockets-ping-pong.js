// Has two ends of a web socket answer each other without end.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const [one, other] = Object.values(new WebSocketPair());
    for (const end of [one, other]) {
      end.accept();
      end.addEventListener('message', () => { end.send('x'); end.send('x'); });
    }
    one.send('x');
    await new Promise((resolve) => setTimeout(resolve, 1e6));
  },
};
