export * from './bodies.js';
export * from './encoding.js';
export * from './fetch.js';
export * from './forms.js';
export * from './fuzz.js';
export * from './headers.js';
export * from './streams.js';
export * from './url.js';
export default {};
