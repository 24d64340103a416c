// Doubles a string until it can grow no more.
// expect: exception
// says: Invalid string length
export default {
  async fetch(request, env, ctx) {
    let text = 'x';
    for (;;) text += text;
  },
};
