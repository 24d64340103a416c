// Moves a buffer to lengths that there are not, out of hands that still use it, and in rings.
// expect: ok|exceededMemory|exceededCpu
// says: moved|memory|CPU
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    const told = [];
    for (const length of [2 ** 32, 2 ** 53 - 1, -1, NaN, 25e6, 1e7]) {
      try { told.push(new ArrayBuffer(10).transfer(length).byteLength); } catch (error) { told.push(error.name); }
    }
    const buffer = new ArrayBuffer(1000, { maxByteLength: 2000 });
    const view = new Uint8Array(buffer);
    view.sort(() => { try { structuredClone(buffer, { transfer: [buffer] }); } catch {} return 1; });
    try { structuredClone([buffer, buffer], { transfer: [buffer, buffer] }); } catch (error) { told.push(error.name); }
    const bytes = new Uint8Array(100);
    const stream = new ReadableStream({ type: 'bytes', pull(c) { const view = c.byobRequest?.view; view?.buffer.transfer?.(); c.byobRequest?.respond(1); } });
    await stream.getReader({ mode: 'byob' }).read(bytes).catch((error) => told.push(error.name));
    const { port1, port2 } = new MessageChannel();
    try { port1.postMessage(port1, [port1]); port2.postMessage(port1, [port1]); } catch (error) { told.push(error.name); }
    for (let kept = new ArrayBuffer(1), i = 0; i < 1000; i++) kept = kept.transfer(i % 1000);
    return new Response('moved ' + told);
  },
};
