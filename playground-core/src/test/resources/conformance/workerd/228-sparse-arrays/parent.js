// Arrays that are mostly holes, cloned and sent.
import { WorkerEntrypoint } from 'cloudflare:workers';

export class Echo extends WorkerEntrypoint {
  echo(value) { return value; }
}

const shown = (array) => [array.length, Object.keys(array), Object.values(array)];

export default {
  async fetch(request, env, ctx) {
    const sparse = [];
    sparse.length = 2 ** 32 - 1;
    sparse[5] = 'five';
    sparse[4e9] = 'far';
    sparse.named = 1;
    const empty = new Array(1e7);
    const shared = {};
    const late = [shared, , 'after'];
    late[5000] = shared;
    const lateCopy = structuredClone(late);
    const ring = [];
    ring[1e6] = ring;
    const ringCopy = structuredClone(ring);
    const order = [];
    const changing = [];
    for (const index of [9000, 1e6]) {
      Object.defineProperty(changing, index, { enumerable: true, configurable: true, get() { order.push(index); delete changing[1e6]; return index; } });
    }
    return Response.json({
      sparse: shown(structuredClone(sparse)),
      sent: shown(await ctx.exports.Echo.echo(sparse)),
      empty: shown(structuredClone(empty)),
      late: [shown(lateCopy), lateCopy[0] === lateCopy[5000]],
      ring: [ringCopy.length, ringCopy[1e6] === ringCopy],
      changing: [shown(structuredClone(changing)), order],
    });
  },
};
