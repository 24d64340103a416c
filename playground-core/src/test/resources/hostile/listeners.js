// Listens a million times, and listens again at each event.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const target = new EventTarget();
    const more = () => target.addEventListener('it', () => { more(); target.dispatchEvent(new Event('it')); });
    for (let i = 0; i < 1e6; i++) target.addEventListener('it', () => {});
    more();
    target.dispatchEvent(new Event('it'));
  },
};
