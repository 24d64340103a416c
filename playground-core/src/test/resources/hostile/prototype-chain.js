// Makes a chain of prototypes without end.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    let object = {};
    for (;;) object = Object.create(object);
  },
};
