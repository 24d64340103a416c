// Dispatches an event while it dispatches it, and adds listeners while they are told.
// expect: exceededCpu|exceededMemory|exception
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const target = new EventTarget();
    const add = () => { target.addEventListener('x', () => add()); target.addEventListener('x', () => add(), { signal: AbortSignal.any([new AbortController().signal]) }); target.dispatchEvent(new Event('x')); };
    add();
    for (;;) target.dispatchEvent(new Event('x'));
  },
};
