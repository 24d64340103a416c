// Makes a chain of prototypes without end.
// expect: exceededMemory|exceededCpu|exception
export default {
  async fetch(request, env, ctx) {
    let object = {};
    for (;;) object = Object.create(object);
  },
};
