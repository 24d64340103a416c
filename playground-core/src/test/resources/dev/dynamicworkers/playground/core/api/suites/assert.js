// Assertions of the suites. Values are compared as JSON.
const show = (value) => JSON.stringify(value, (key, each) => (each === undefined ? 'undefined' : each));

export function equal(actual, expected) {
  if (show(actual) !== show(expected)) throw new Error(`${show(actual)} instead of ${show(expected)}`);
}

export function throws(action, name, message) {
  let thrown;
  try {
    action();
  } catch (error) {
    thrown = [error.name, error.message];
  }
  equal(thrown, [name, message]);
}

export async function rejects(promise, name, message) {
  let thrown;
  try {
    await promise;
  } catch (error) {
    thrown = [error.name, error.message];
  }
  equal(thrown, [name, message]);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const bytes = (text) => encoder.encode(text);
export const text = (chunk) => (typeof chunk === 'string' ? chunk : decoder.decode(chunk));

export const streamOf = (...chunks) => new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  },
});

export async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(text(chunk));
  return chunks;
}
