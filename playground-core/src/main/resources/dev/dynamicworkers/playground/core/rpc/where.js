// Where in a value the part is that cannot be cloned: a hint for people beside the platform's own message. The writer of
// clones adds the steps on its way out, so that a value that can be cloned costs nothing.
(function (rt) {
  'use strict';
  const paths = new rt.primordials.WeakMap();
  const hints = new rt.primordials.WeakMap();
  const note = rt.host('io.note');
  const isRefusal = (error) => error !== null && typeof error === 'object' && error.name === 'DataCloneError';

  // One step further out.
  function within(error, step) {
    if (isRefusal(error)) paths.set(error, step + (paths.get(error) ?? ''));
    return error;
  }

  const ofKey = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${rt.primordials.JSONStringify(key)}]`);

  // The whole way is known. root: what the caller calls the value.
  function found(error, root) {
    if (isRefusal(error) && !hints.has(error)) {
      const hint = `The value that cannot be cloned is ${root}${paths.get(error) ?? ''}.`;
      hints.set(error, hint);
      note(hint);
    }
    return error;
  }

  const hintOf = (error) => (error !== null && typeof error === 'object' ? hints.get(error) : undefined);
  const remember = (error, hint) => hints.set(error, hint);
  return { within, ofKey, found, hintOf, remember };
})
