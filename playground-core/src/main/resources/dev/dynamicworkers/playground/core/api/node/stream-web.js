// Streams of node:stream as web streams, and the other way: what readable-stream leaves to its host.
(function (rt) {
  'use strict';
  const { Promise } = rt.primordials;

  // The promise of an operation that tells its end by a callback.
  const settled = (start) => new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
  const answer = (promise, callback) => promise.then(() => callback(), callback);

  // The first use of a web stream's class is what loads it.
  const adapt = ({ Readable, Writable }) => {
    Readable.toWeb = (readable) => rt.global.ReadableStream.from(readable);
    Readable.fromWeb = (web, options) => Readable.from(web, { objectMode: false, ...options });
    Writable.toWeb = (writable) => new rt.global.WritableStream({
      write: (chunk) => settled((done) => writable.write(chunk, done)),
      close: () => settled((done) => writable.end(done)),
      abort: (reason) => { writable.destroy(reason); },
    });
    Writable.fromWeb = (web, options) => {
      const writer = web.getWriter();
      return new Writable({
        ...options,
        write: (chunk, _encoding, callback) => { answer(writer.write(chunk), callback); },
        final: (callback) => { answer(writer.close(), callback); },
        destroy: (error, callback) => {
          if (error) answer(writer.abort(error), () => callback(error));
          else callback(null);
        },
      });
    };
  };

  return { adapt };
})
