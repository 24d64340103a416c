export * from './bodies.js';
export * from './encoding.js';
export * from './fetch.js';
export * from './forms.js';
export * from './headers.js';
export * from './streams.js';
export * from './url.js';
export default {};
