// Makes every match of a regular expression another one.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    RegExp.prototype.exec = () => Object.assign(['x'], { index: 0, groups: undefined });
    new URL('http://a/b').searchParams.get('c');
    new Headers({ a: 'b' });
    console.log('line');
    'x'.replace(/x/g, 'y');
  },
};
