import { serve } from './harness.js';

const tries = async (each) => {
  const answers = [];
  for (const run of each) {
    try {
      answers.push((await run()) ?? null);
    } catch (error) {
      answers.push(`${error.name}: ${error.message}`);
    }
  }
  return answers;
};
const names = (object) => [object.constructor.name, Object.getOwnPropertyNames(Object.getPrototypeOf(object)).sort(), Object.prototype.toString.call(object)];

export default serve({
  limiterShape: ({ LIMITER }) => names(LIMITER),
  limiter: ({ LIMITER }) => tries([() => LIMITER.limit({ key: 'a' }), () => LIMITER.limit({ key: 'a' }), () => LIMITER.limit({ key: 'a' }), () => LIMITER.limit({ key: 'b' }), () => LIMITER.limit({ key: '' }), () => LIMITER.limit({ key: '' }), () => LIMITER.limit({ key: '' })]),
  limiterErrors: ({ LIMITER }) => tries([() => LIMITER.limit(), () => LIMITER.limit({}), () => LIMITER.limit({ key: 5 }), () => LIMITER.limit('a'), () => LIMITER.limit(null), () => LIMITER.limit({ key: 'x', other: 1 }), () => LIMITER.limit({ key: null })]),
  version: ({ VERSION }) => [Object.keys(VERSION).sort(), typeof VERSION.id, VERSION.id.length, VERSION.tag, typeof VERSION.timestamp, Number.isNaN(Date.parse(VERSION.timestamp))],
  limiterLoaded: ({ LIMITER, LOADER }) => LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': 'export default {}' }, env: { LIMITER } }) && 'loaded',
  versionLoaded: ({ VERSION, LOADER }) => LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': 'export default {}' }, env: { VERSION } }) && 'loaded',
});
