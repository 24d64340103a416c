import { WorkerEntrypoint } from 'cloudflare:workers';

/**
 * Stands in for the network of a Dynamic Worker. Here it answers by itself, so that the sample works offline; it could as
 * well pass the request on with `fetch(request)`, after adding a key that the Dynamic Worker never sees.
 */
export class Outbound extends WorkerEntrypoint {
  async fetch(request) {
    const { hostname, pathname } = new URL(request.url);
    if (!this.ctx.props.hosts.includes(hostname)) {
      console.warn('refused', hostname);
      return new Response(`no route to ${hostname}`, { status: 403 });
    }
    return Response.json({ place: pathname.slice(1), sky: 'clear' });
  }
}
