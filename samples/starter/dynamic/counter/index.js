// State of a module lives as long as its isolate: it counts on while the isolate is warm, and starts over in a fresh one.
let count = 0;

export default {
  fetch() {
    count += 1;
    return Response.json({ count });
  },
};
